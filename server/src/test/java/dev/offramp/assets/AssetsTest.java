package dev.offramp.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.db.TestDatabase;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The catalogue and its ids (decision 15).
class AssetsTest {

    private static final TestDatabase TEST = TestDatabase.create();
    private static final String URL = "https://pay.example";

    private final ManualClock clock = new ManualClock();
    private final Database db = TEST.database();
    private final Assets assets = Assets.create(clock, URL, List.of(NetworkSetting.of(Network.ETHEREUM)));

    @AfterAll
    static void close() {
        TEST.close();
    }

    @Test
    void keepsTheIdThatIsKnownFromElsewhere() {
        assertThat(asset("SOL_USDC_JKVK").id()).hasToString("69b3e33d5aef202395e800e8");
    }

    /// SHA-256 of the code, computed by another program: `printf BTC_TEST | sha256sum`.
    @Test
    void derivesAllOtherIdsFromTheCode() {
        assertThat(asset("BTC_TEST").id()).hasToString("48a7dcecff326dd21af12e5c");
    }

    @ParameterizedTest
    @EnumSource
    void findsEachAssetByIdByCodeAndByWhatTheChainTells(Environment environment) {
        assertThat(assets.list(environment)).isNotEmpty().allSatisfy(asset -> {
            assertThat(asset.environment()).isEqualTo(environment);
            assertThat(assets.find(asset.id())).contains(asset);
            assertThat(assets.find(asset.code())).contains(asset);
            assertThat(assets.of(environment, asset.network(), asset.contract()))
                    .contains(asset);
        });
    }

    @ParameterizedTest
    @EnumSource
    void keepsSymbolsTogetherAndNetworksInTheirOrder(Environment environment) {
        List<Network> order = List.of(Network.ETHEREUM, Network.TRON, Network.SOLANA, Network.BSC);
        Map<String, List<Asset>> bySymbol = assets.list(environment).stream()
                .collect(Collectors.groupingBy(Asset::symbol, LinkedHashMap::new, Collectors.toList()));
        List<Asset> expected = new ArrayList<>();
        for (List<Asset> ofSymbol : bySymbol.values()) {
            expected.addAll(ofSymbol.stream()
                    .sorted(Comparator.comparingInt(
                            asset -> order.contains(asset.network()) ? order.indexOf(asset.network()) : order.size()))
                    .toList());
        }

        assertThat(assets.list(environment)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void servesEveryNetworkOfEveryFamily(Environment environment) {
        assertThat(assets.list(environment)).extracting(Asset::network).contains(Network.values());
    }

    @Test
    void holdsTheSandboxToThreeConfirmationsAndItsMinimums() {
        Map<String, BigDecimal> others = Map.of(
                "USDC_BSC_TEST", BigDecimal.TEN,
                "BCH_TEST", BigDecimal.valueOf(5000),
                "DOGE_TEST", BigDecimal.valueOf(5000));

        assertThat(assets.list(Environment.DEVELOPMENT)).allSatisfy(asset -> {
            assertThat(asset.confirmations()).isEqualTo(3);
            assertThat(asset.minimumUsd())
                    .isEqualTo(others.getOrDefault(asset.code().value(), BigDecimal.valueOf(50)));
        });
    }

    @Test
    void hasAnIconForEverySymbol() {
        assertThat(assets.symbols())
                .allSatisfy(symbol -> assertThat(getClass().getResource("/icons/" + symbol.toLowerCase() + ".svg"))
                        .isNotNull());
        assertThat(asset("USDT_TRX_TEST2").icon()).isEqualTo("https://pay.example/icons/usdt.svg");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ETHEREUM | 0xdac17f958d2ee523a2206206994597c13d831ec7   | USDT_ERC20
            ETHEREUM | 0xdAC17F958D2ee523a2206206994597C13D831ec7   | USDT_ERC20
            ETHEREUM | -                                            | ETH
            POLYGON  | 0xdAC17F958D2ee523a2206206994597C13D831ec7   | -
            ETHEREUM | 0x0000000000000000000000000000000000000001   | -
            BASE     | -                                            | -
            SOLANA   | EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v | SOL_USDC_PTHX
            SOLANA   | epjfwdd5aufqssqem2qn1xzybapc8g4wegkzwytdt1v  | -
            """)
    void knowsATokenByItsContractAlone(Network network, String contract, String code) {
        assertThat(assets.of(Environment.PRODUCTION, network, Optional.ofNullable(contract)))
                .map(asset -> asset.code().value())
                .isEqualTo(Optional.ofNullable(code));
    }

    @Test
    void findsNothingUnderUnknownNames() {
        assertThat(assets.find(new AssetId(new ObjectId("f".repeat(24))))).isEmpty();
        assertThat(assets.find(new AssetCode("USDT_TRC20"))).isEmpty();
    }

    @Test
    void letsANetworksSettingsGoOverTheCatalogue() {
        NetworkSetting setting = new NetworkSetting(
                Network.ETHEREUM,
                Optional.of(2),
                List.of(new NetworkSetting.Token(new AssetCode("USDC"), "0xAbc", 18)));
        Assets changed = Assets.create(clock, URL, List.of(setting));

        Asset usdc = changed.find(new AssetCode("USDC")).orElseThrow();
        assertThat(usdc.contract()).contains("0xAbc");
        assertThat(usdc.decimals()).isEqualTo(18);
        assertThat(usdc.confirmations()).isEqualTo(2);
        assertThat(changed.of(Environment.PRODUCTION, Network.ETHEREUM, Optional.of("0xabc")))
                .contains(usdc);
        Asset usdt = changed.find(new AssetCode("USDT_ERC20")).orElseThrow();
        assertThat(usdt.contract()).isEqualTo(asset("USDT_ERC20").contract());
        assertThat(usdt.confirmations()).isEqualTo(2);
        assertThat(changed.find(new AssetCode("TRX_USDT_S2UZ"))).contains(asset("TRX_USDT_S2UZ"));
        assertThat(changed.list(Environment.DEVELOPMENT)).isEqualTo(assets.list(Environment.DEVELOPMENT));
    }

    @ParameterizedTest
    @CsvSource({"ETHEREUM, USDT_BSC", "ETHEREUM, ETH", "ETHEREUM, NO_SUCH", "ETHEREUM, USDC_ETH_TEST5_0GER"})
    void refusesSettingsOfATokenTheNetworkHasNot(Network network, String code) {
        NetworkSetting setting = new NetworkSetting(
                network, Optional.empty(), List.of(new NetworkSetting.Token(new AssetCode(code), "0xabc", 6)));

        assertThatThrownBy(() -> Assets.create(clock, URL, List.of(setting)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(code);
    }

    @Test
    void refusesTwoTokensAtOneContractAndANetworkSetTwice() {
        NetworkSetting setting = new NetworkSetting(
                Network.ETHEREUM,
                Optional.empty(),
                List.of(
                        new NetworkSetting.Token(new AssetCode("USDC"), "0xabc", 6),
                        new NetworkSetting.Token(new AssetCode("USDT_ERC20"), "0xABC", 6)));

        assertThatThrownBy(() -> Assets.create(clock, URL, List.of(setting)))
                .isInstanceOf(IllegalArgumentException.class);
        NetworkSetting ethereum = NetworkSetting.of(Network.ETHEREUM);
        assertThatThrownBy(() -> Assets.create(clock, URL, List.of(ethereum, ethereum)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "USDC,          ACTIVE",
        "SOL_USDC_PTHX, NETWORK_NOT_CONFIGURED",
        "USDC_BASECHAIN_ETH_5I5C, NETWORK_NOT_CONFIGURED",
        "SOL_USDC_JKVK, ACTIVE"
    })
    void isActiveWhereItsNetworkIsConfigured(String code, Availability availability) {
        assertThat(availability(assets, code)).isEqualTo(availability);
    }

    @Test
    void pausesAnAssetUntilItIsResumed() {
        Assets elsewhere = Assets.create(clock, URL, List.of(NetworkSetting.of(Network.ETHEREUM)));
        assertThat(availability(elsewhere, "ETH")).isEqualTo(Availability.ACTIVE);

        db.run(tx -> assets.pause(tx, asset("ETH"), "18 decimals expected"));
        db.run(tx -> assets.pause(tx, asset("ETH"), "the node is behind"));
        assertThat(db.transact(assets::pauses))
                .containsExactly(new Pause(new AssetCode("ETH"), "the node is behind", clock.instant()));
        clock.advance(Duration.ofSeconds(1));
        assertThat(availability(elsewhere, "ETH")).isEqualTo(Availability.PAUSED);
        assertThat(availability(elsewhere, "USDC")).isEqualTo(Availability.ACTIVE);

        assertThat(db.<Boolean>transact(tx -> assets.resume(tx, asset("ETH")))).isTrue();
        assertThat(db.<Boolean>transact(tx -> assets.resume(tx, asset("ETH")))).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(availability(elsewhere, "ETH")).isEqualTo(Availability.ACTIVE);
    }

    private Availability availability(Assets where, String code) {
        return db.transact(tx -> where.availability(tx, asset(code)));
    }

    private Asset asset(String code) {
        return assets.find(new AssetCode(code)).orElseThrow();
    }
}
