package dev.offramp.chains.evm;

import static dev.offramp.chains.evm.ScriptedNode.error;
import static dev.offramp.chains.evm.ScriptedNode.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.assets.Asset;
import dev.offramp.assets.AssetId;
import dev.offramp.assets.Network;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Trouble;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AssetChecksTest {

    private static final String CONTRACT = "0xdAC17F958D2ee523a2206206994597C13D831ec7";
    private static final AssetCode CODE = new AssetCode("USDT_ERC20");

    private final FakeNode node = FakeNode.empty(1);
    private ScriptedNode.Answer decimals = result(FakeBlock.word("0x6"));
    private ScriptedNode.Answer symbol = result(string("USDT"));

    AssetChecksTest() {
        node.script().on("eth_getCode", result("0x6080")).on("eth_call", this::call);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private String call(JsonNode params) {
        boolean isSymbol = params.get(0).get("data").stringValue().equals("0x95d89b41");
        return (isSymbol ? symbol : decimals).to(params);
    }

    @Test
    void trustsATokenThatIsAsTheCatalogueSays() {
        assertThat(faults(token(CONTRACT))).isEmpty();
    }

    @Test
    void doesNotTrustAnAddressWithoutCode() {
        node.script().on("eth_getCode", result("0x"));

        assertFault("there is no contract at " + CONTRACT);
    }

    @Test
    void doesNotTrustOtherDecimals() {
        decimals = result(FakeBlock.word("0x12"));

        assertFault("the contract " + CONTRACT + " has 18 decimals, not 6");
    }

    @Test
    void doesNotTrustAContractWithoutDecimals() {
        decimals = error(3, "execution reverted");
        assertFault("the contract " + CONTRACT + " does not tell its decimals");

        decimals = result("0x");
        assertFault("the contract " + CONTRACT + " does not tell its decimals");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    USDT,   true
                    USDt,   true
                    USD₮0,  true
                    USDC,   false
                    USDT.e, false
                    FUSDT,  false
                    """)
    void isLenientWithTheSymbolWithinReason(String told, boolean isTrusted) {
        symbol = result(string(told));

        assertThat(faults(token(CONTRACT)))
                .isEqualTo(
                        isTrusted
                                ? Map.of()
                                : Map.of(CODE, "the contract " + CONTRACT + " calls itself " + told + ", not USDT"));
    }

    @Test
    void readsTheSymbolOfOldTokens() {
        symbol = result("0x4d4b52" + "0".repeat(58));

        assertFault("the contract " + CONTRACT + " calls itself MKR, not USDT");
    }

    @Test
    void trustsAContractWithoutAReadableSymbol() {
        for (ScriptedNode.Answer unreadable :
                List.of(error(3, "execution reverted"), result("0x"), result("0x" + "ff".repeat(96)))) {
            symbol = unreadable;
            assertThat(faults(token(CONTRACT))).isEmpty();
        }
    }

    @Test
    void doesNotTrustAContractThatTransfersCouldNotName() {
        assertThat(faults(token(CONTRACT.toLowerCase(java.util.Locale.ROOT))))
                .hasEntrySatisfying(CODE, why -> assertThat(why).contains("not an address with its checksum"));
    }

    @Test
    void knowsTheDecimalsOfTheCoin() {
        assertThat(faults(asset(Optional.empty(), 18))).isEmpty();
        assertThat(faults(asset(Optional.empty(), 8))).containsEntry(CODE, "the native coin has 18 decimals, not 8");
    }

    @Test
    void isInTroubleRatherThanSuspiciousWhenTheNodeRefuses() {
        decimals = error(-32005, "limit exceeded");

        assertThatThrownBy(() -> faults(token(CONTRACT)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("limit exceeded");
    }

    private void assertFault(String why) {
        assertThat(faults(token(CONTRACT))).isEqualTo(Map.of(CODE, why));
    }

    private Map<AssetCode, String> faults(Asset asset) {
        try (EvmChain chain = node.chain()) {
            return chain.faults(List.of(asset));
        }
    }

    private static Asset token(String contract) {
        return asset(Optional.of(contract), 6);
    }

    private static Asset asset(Optional<String> contract, int decimals) {
        return new Asset(
                new AssetId(new ObjectId("0123456789abcdef01234567")),
                CODE,
                Environment.PRODUCTION,
                "Tether",
                "USDT",
                Network.ETHEREUM,
                "ERC20",
                decimals,
                contract,
                BigDecimal.TEN,
                BigDecimal.ONE,
                12,
                true,
                "",
                "");
    }

    private static String string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String digits = HexFormat.of().formatHex(bytes);
        return FakeBlock.word("0x20")
                + FakeBlock.word(FakeBlock.hex(bytes.length)).substring(2)
                + digits
                + "0".repeat(64 - digits.length());
    }
}
