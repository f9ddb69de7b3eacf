package dev.offramp.chains.evm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.money.AssetCode;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksFileTest {

    private static final String SOUND = """
            {"ethereum": {
                "chainId": 1,
                "urls": ["http://127.0.0.1:8545", "https://eth.example/v2/s3cretk3y"],
                "confirmations": 12,
                "startHeight": 23000000,
                "traces": "off",
                "tokens": {"USDT_ERC20":
                    {"contract": "0xdac17f958d2ee523a2206206994597c13d831ec7", "decimals": 6}}},
             "polygon": {"chainId": 137, "urls": ["http://127.0.0.1:8547"], "confirmations": 100,
                "gasLimit": 250000, "gasPriceMaxGwei": 1234.00000005},
             "bsc": {"chainId": 56, "urls": ["http://127.0.0.1:8546"], "confirmations": 15}}
            """;

    @Test
    void readsASoundFile() {
        List<EvmNetwork> networks = ((EvmNetworks.Read) EvmNetworks.parse(SOUND)).networks();

        assertThat(networks)
                .extracting(EvmNetwork::network)
                .containsExactly(Network.ETHEREUM, Network.POLYGON, Network.BSC);
        EvmNetwork ethereum = networks.getFirst();
        assertThat(ethereum.chainId()).isEqualTo(1);
        assertThat(ethereum.urls())
                .containsExactly(URI.create("http://127.0.0.1:8545"), URI.create("https://eth.example/v2/s3cretk3y"));
        assertThat(ethereum.confirmations()).isEqualTo(12);
        assertThat(ethereum.startHeight()).hasValue(23_000_000);
        assertThat(ethereum.traces()).isEqualTo(EvmNetwork.Traces.OFF);
        assertThat(ethereum.tokens())
                .containsEntry(
                        new AssetCode("USDT_ERC20"),
                        new EvmNetwork.Token(new Address("0xdAC17F958D2ee523a2206206994597C13D831ec7"), 6));
    }

    @Test
    void readsWhatTransactionsMayTake() {
        List<EvmNetwork> networks = ((EvmNetworks.Read) EvmNetworks.parse(SOUND)).networks();

        assertThat(networks.get(1).sending())
                .isEqualTo(new EvmNetwork.Sending(250_000, new BigInteger("1234000000050")));
    }

    @Test
    void fillsInWhatMayBeLeftOut() {
        EvmNetwork bsc =
                ((EvmNetworks.Read) EvmNetworks.parse(SOUND)).networks().getLast();

        assertThat(bsc.startHeight()).isEqualTo(OptionalLong.empty());
        assertThat(bsc.traces()).isEqualTo(EvmNetwork.Traces.AUTO);
        assertThat(bsc.tokens()).isEmpty();
        assertThat(bsc.sending()).isEqualTo(EvmNetwork.Sending.STANDARD);
    }

    @Test
    void doesNotShowTheUrls() {
        assertThat(EvmNetworks.parse(SOUND).toString())
                .doesNotContain("s3cretk3y")
                .doesNotContain("8545");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "ethereum": {              | "ethereun": {            | ethereun: no such EVM network; there are ethereum, base, arbitrum, polygon, bsc, avalanche
                    "ethereum": {              | "tron": {                | tron: no such EVM network; there are ethereum, base, arbitrum, polygon, bsc, avalanche
                    "chainId": 1,              | "chainid": 1,            | ethereum.chainid: unknown setting
                    "chainId": 1,              | "chainId": 0,            | ethereum.chainId: must be a whole number from 1 on
                    "chainId": 1,              | "chainId": "1",          | ethereum.chainId: must be a whole number from 1 on
                    "chainId": 1,              | "chainId": 1.5,          | ethereum.chainId: must be a whole number from 1 on
                    "confirmations": 12,       | ''                       | ethereum.confirmations: must be a whole number from 1 to 10000
                    "startHeight": 23000000    | "startHeight": -1        | ethereum.startHeight: must be a whole number from 0 on
                    "startHeight": 23000000    | "startHeight": null      | ethereum.startHeight: must be a whole number from 0 on
                    "traces": "off"            | "traces": "sometimes"    | ethereum.traces: must be auto, on or off
                    "traces": "off"            | "traces": false          | ethereum.traces: must be auto, on or off
                    http://127.0.0.1:8545      | ws://127.0.0.1:8545      | ethereum.urls[0]: must be an http or https URL
                    https://eth.example        | https://eth example      | ethereum.urls[1]: must be an http or https URL
                    http://127.0.0.1:8545      | https://eth.example/v2/s3cretk3y | ethereum.urls: the same URL twice
                    ["http://127.0.0.1:8546"]  | []                       | bsc.urls: must be a list of one or more URLs
                    ["http://127.0.0.1:8546"]  | "http://127.0.0.1:8546"  | bsc.urls: must be a list of one or more URLs
                    "decimals": 6              | "decimals": 31           | ethereum.tokens.USDT_ERC20.decimals: must be a whole number from 0 to 30
                    "decimals": 6              | "decimals": 6, "symbol": "USDT" | ethereum.tokens.USDT_ERC20.symbol: unknown setting
                    "0xdac17f                  | "0xDac17f                | ethereum.tokens.USDT_ERC20.contract: must be an address, 0x and 40 digits, with a right checksum if it mixes cases
                    "0xdac17f                  | "dac17f                  | ethereum.tokens.USDT_ERC20.contract: must be an address, 0x and 40 digits, with a right checksum if it mixes cases
                    "USDT_ERC20"               | "usdt"                   | ethereum.tokens.usdt: no asset code
                    250000                     | 20999                    | polygon.gasLimit: must be a whole number from 21000 to 30000000
                    1234.00000005              | 0                        | polygon.gasPriceMaxGwei: must be a number of gwei above 0, at most 1000000, with at most 8 decimals
                    1234.00000005              | 1000001                  | polygon.gasPriceMaxGwei: must be a number of gwei above 0, at most 1000000, with at most 8 decimals
                    1234.00000005              | 1.000000005              | polygon.gasPriceMaxGwei: must be a number of gwei above 0, at most 1000000, with at most 8 decimals
                    1234.00000005              | "500"                    | polygon.gasPriceMaxGwei: must be a number of gwei above 0, at most 1000000, with at most 8 decimals
                    """)
    void saysWhereTheFaultIs(String good, String bad, String line) {
        assertThat(SOUND).contains(good.strip());
        String file = SOUND.replace(good.strip(), bad.strip());

        assertThat(((EvmNetworks.Faulty) EvmNetworks.parse(file)).lines()).contains(line);
    }

    @Test
    void tellsAllFaultsAtOnceAndNoSecret() {
        String file = SOUND.replace("\"chainId\": 1,", "\"chainId\": -1,").replace("https://eth", "htps://eth");

        assertThat(((EvmNetworks.Faulty) EvmNetworks.parse(file)).lines())
                .containsExactly(
                        "ethereum.chainId: must be a whole number from 1 on",
                        "ethereum.urls[1]: must be an http or https URL");
    }

    @Test
    void refusesOneContractForTwoAssets() {
        String twin =
                "\"USDC_ERC20\": {\"contract\": \"0xdac17f958d2ee523a2206206994597c13d831ec7\", \"decimals\": 6}, ";
        String file = SOUND.replace("\"USDT_ERC20\":", twin + "\"USDT_ERC20\":");

        assertThat(((EvmNetworks.Faulty) EvmNetworks.parse(file)).lines())
                .containsExactly("ethereum.tokens.USDT_ERC20: the same contract as ethereum.tokens.USDC_ERC20");
    }

    @Test
    void refusesOneAssetOnTwoNetworks() {
        String again = "\"confirmations\": 15, \"tokens\": {\"USDT_ERC20\": {\"contract\":"
                + " \"0x55d398326f99059ff775485246999027b3197955\", \"decimals\": 18}}";
        String file = SOUND.replace("\"confirmations\": 15", again);

        assertThat(((EvmNetworks.Faulty) EvmNetworks.parse(file)).lines())
                .containsExactly("bsc.tokens.USDT_ERC20: that asset is on another network already");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    []                                          | the file must be one JSON object, network names to settings
                    {"bsc": {}, "bsc": {}}                      | not JSON, or a name twice in one object: line 1, column 13
                    {"bsc": s3cretk3y                           | not JSON, or a name twice in one object: line 1, column 11
                    {} {}                                       | not JSON, or a name twice in one object: line 1, column 4
                    {"bsc": 5}                                  | bsc: must be an object
                    """)
    void refusesWhatIsNoObject(String file, String line) {
        List<String> lines = ((EvmNetworks.Faulty) EvmNetworks.parse(file)).lines();

        assertThat(lines.getFirst()).startsWith(line.replaceAll("\\d+$", ""));
        assertThat(lines.toString()).doesNotContain("s3cretk3y");
    }
}
