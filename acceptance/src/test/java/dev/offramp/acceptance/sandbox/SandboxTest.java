package dev.offramp.acceptance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Inbox;
import dev.offramp.acceptance.program.Program;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What an integrator does with the sandbox, against the packaged program.
class SandboxTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String USDC = "SOL_USDC_JKVK";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    private static Path data;

    private static Inbox inbox;
    private static Program program;
    private static Breet breet;

    @BeforeAll
    static void start() {
        inbox = new Inbox();
        program = Program.on(data)
                .with("OFFRAMP_SANDBOX_WEBHOOK_URL", inbox.url())
                .start();
        breet = program.sandbox();
    }

    @AfterAll
    static void stop() {
        program.command("audit");
        program.close();
        inbox.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        BTC_TEST,                     0.01
        LTC_TEST,                     2
        DOGE_TEST,                    30000
        BCH_TEST,                     12
        ETH_TEST5,                    1
        USDC_BASECHAIN_ETH_TEST5_8SH8, 100
        USDT_TRX_TEST2,               100
        SOL_TEST,                     5
        USDT_TON_TEST,                100
        USDC_BSC_TEST,                100
        """)
    void carriesADepositOfEachFamilyToTheBank(String asset, String coins) {
        String label = unique("family");
        JsonNode wallet = breet.generate(asset, label, bank("0123456789"));
        String reference = unique("ref");
        String trade = breet.mock(wallet.get("address").asString(), asset, "6000", coins, reference);

        JsonNode settled =
                breet.await("/payments/withdrawals?size=200", SOON, page -> find(page, trade, "completed") != null);

        JsonNode withdrawal = find(settled, trade, "completed");
        assertThat(withdrawal.get("amount").decimalValue()).isEqualByComparingTo("9581850");
        assertThat(withdrawal.get("payoutAmount").decimalValue()).isEqualByComparingTo("9581800");
        List<String> events = eventsUntil(trade, "trade.completed");
        assertThat(events).startsWith("trade.pending").endsWith("trade.completed");
        inbox.await(
                SOON,
                delivery -> delivery.event().equals("trade.address.created")
                        && delivery.id().equals(wallet.get("id").asString()));
        inbox.await(
                SOON,
                delivery -> delivery.event().equals("withdrawal.completed")
                        && delivery.id().equals(withdrawal.get("id").asString()));
    }

    @Test
    void settlesTheGoldenCaseToTheLastKobo() {
        Second second = new Second();
        JsonNode wallet = second.breet.generate(USDC, "golden", bank("0123456789"));
        String trade = second.breet.mock(wallet.get("address").asString(), USDC, "59", "59", unique("ref"));

        JsonNode withdrawal = find(
                second.breet.await("/payments/withdrawals", SOON, page -> find(page, trade, "completed") != null),
                trade,
                "completed");
        JsonNode transaction = second.breet.get("/trades/transactions/" + trade).data();

        assertThat(withdrawal.get("amount").decimalValue()).isEqualByComparingTo("94221");
        assertThat(withdrawal.get("payoutAmount").decimalValue()).isEqualByComparingTo("94171");
        assertThat(transaction.get("amount").decimalValue()).isEqualByComparingTo("94221.52");
        assertThat(transaction.get("feeAmount").decimalValue()).isEqualByComparingTo("473.48");
        assertThat(transaction.get("rate").decimalValue()).isEqualByComparingTo("1605");
        assertThat(transaction.get("walletCredited").asBoolean()).isTrue();
        assertThat(balance(second.breet, "ngn")).isEqualByComparingTo("0.52");
    }

    @Test
    void holdsASmallDepositUntilATopUpCompletesIt() {
        JsonNode wallet = breet.generate(USDC, unique("small"), "");
        String address = wallet.get("address").asString();
        String first = breet.mock(address, USDC, "25", "25", unique("ref"));
        breet.await(
                "/trades/transactions/" + first, SOON, trade -> status(trade).equals("flagged"));

        String second = breet.mock(address, USDC, "25", "25", unique("ref"));

        breet.await(
                "/trades/transactions/" + second, SOON, trade -> status(trade).equals("completed"));
        JsonNode resolved = breet.get("/trades/transactions/" + first).data();
        assertThat(status(resolved)).isEqualTo("completed");
        assertThat(resolved.get("reason").asString()).contains(second);
        assertThat(eventsUntil(first, "trade.completed"))
                .containsSubsequence("trade.pending", "trade.flagged", "trade.completed");
    }

    @Test
    void sendsEveryOtherDepositToTheBusinessWideBank() {
        Second second = new Second();
        program.command("settlement", "set", "--bank", "25", "--account", "9876543210", "--integration", second.name);
        JsonNode wallet = second.breet.generate(USDC, "any", "");
        String trade = second.breet.mock(wallet.get("address").asString(), USDC, "100", "100", unique("ref"));

        JsonNode withdrawal = find(
                second.breet.await("/payments/withdrawals", SOON, page -> find(page, trade, "completed") != null),
                trade,
                "completed");

        assertThat(withdrawal.get("meta").get("accountNumber").asString()).isEqualTo("9876543210");
    }

    @ParameterizedTest
    @CsvSource({
        "0000000001, rejected, true",
        "0000000002, reversed, true",
        "0000000003, processing, false",
        "0000000004, completed, false"
    })
    void playsTheScriptOfTheAccountNumber(String account, String status, boolean isReturned) {
        Second second = new Second();
        JsonNode wallet = second.breet.generate(USDC, "script", bank(account));
        String trade = second.breet.mock(wallet.get("address").asString(), USDC, "59", "59", unique("ref"));

        JsonNode withdrawal = find(
                second.breet.await(
                        "/payments/withdrawals", Duration.ofSeconds(60), page -> find(page, trade, status) != null),
                trade,
                status);

        assertThat(withdrawal.has("reason")).isEqualTo(isReturned);
        assertThat(balance(second.breet, "ngn")).isEqualByComparingTo(isReturned ? "94221.52" : "0.52");
        assertThat(status(second.breet.get("/trades/transactions/" + trade).data()))
                .isEqualTo("completed");
    }

    @Test
    void cannotResolveTheNameOfAScriptedAccount() {
        Breet.Reply reply = breet.post("/payments/banks/validate", "{\"id\":\"25\",\"accountNumber\":\"0000000009\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.message()).isEqualTo("account name could not be resolved");
    }

    @Test
    void foldsTheMarkupIntoTheRateAndPaysItToTheBalance() {
        Second second = new Second();
        assertThat(second.breet
                        .put("/users/markup-percent", "{\"markupPercent\":1}")
                        .status())
                .isEqualTo(200);
        JsonNode wallet = second.breet.generate(USDC, "markup", bank("0123456789"));
        String trade = second.breet.mock(wallet.get("address").asString(), USDC, "59", "59", unique("ref"));

        JsonNode withdrawal = find(
                second.breet.await("/payments/withdrawals", SOON, page -> find(page, trade, "completed") != null),
                trade,
                "completed");

        assertThat(withdrawal.get("amount").decimalValue()).isEqualByComparingTo("93279");
        assertThat(balance(second.breet, "ngn")).isEqualByComparingTo("947.26");
    }

    @Test
    void resendsEveryStoredEventOfAReference() {
        JsonNode wallet = breet.generate(USDC, unique("resend"), "");
        String trade = breet.mock(wallet.get("address").asString(), USDC, "100", "100", unique("ref"));
        eventsUntil(trade, "trade.completed");
        int before = inbox.about(trade).size();

        Breet.Reply reply = breet.post("/transactions/webhooks/resend/" + trade, "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.message()).isEqualTo("webhook resend attempted");
        assertThat(reply.data())
                .hasSize(before)
                .allSatisfy(each -> assertThat(each.get("status").asString()).isEqualTo("delivered"));
        assertThat(inbox.about(trade)).hasSize(2 * before);
    }

    @Test
    void signsEveryDeliveryTwice() throws GeneralSecurityException {
        JsonNode wallet = breet.generate(USDC, unique("signed"), "");
        Inbox.Delivery delivery =
                inbox.await(SOON, each -> each.id().equals(wallet.get("id").asString()));
        String secret = program.credentials().get("webhookSecret").asString();

        assertThat(delivery.headers()).containsEntry("x-webhook-secret", secret);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = delivery.headers().get("webhook-id") + "."
                + delivery.headers().get("webhook-timestamp") + "." + delivery.text();
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        assertThat(delivery.headers().get("webhook-signature")).isEqualTo("v1," + signature);
    }

    @Test
    void keepsTwoTenantsApart() {
        Second second = new Second();
        JsonNode wallet = breet.generate(USDC, unique("mine"), "");
        String walletId = wallet.get("id").asString();
        String trade = breet.mock(wallet.get("address").asString(), USDC, "100", "100", unique("ref"));
        eventsUntil(trade, "trade.completed");

        assertThat(second.breet.get("/trades/wallets/" + walletId).message()).isEqualTo("wallet not found");
        assertThat(second.breet.get("/trades/transactions/" + trade).message()).isEqualTo("transaction not found");
        assertThat(second.breet.get("/trades/wallets").data()).isEmpty();
        assertThat(second.breet.get("/trades/transactions").data()).isEmpty();
        assertThat(second.breet.get("/transactions/webhooks").data()).isEmpty();
        Breet.Reply mock = second.breet.post(
                "/trades/sell/mock-trade", """
                {"walletAddress":"%s","asset":"%s","amountInUSD":1,"cryptoReceived":1,"reference":"x","txHash":"x"}
                """.formatted(wallet.get("address").asString(), USDC));
        assertThat(mock.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"autoSettlement\":true"})
    void generatesOneAddressPerAssetAndLabel(String more) {
        String label = unique("twice");
        breet.generate(USDC, label, more);

        Breet.Reply again = breet.post(
                "/trades/sell/assets/" + breet.assetId(USDC) + "/generate-address", "{\"label\":\"" + label + "\"}");

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.message()).isEqualTo(USDC + " for " + label + " already exists in your wallets");
    }

    /// A tenant of its own, so that its balance is its own.
    private static final class Second {
        final String name = unique("Business");
        final Breet breet;

        Second() {
            JsonNode made = program.jsonCommand("integrations", "create", "--name", name, "--json");
            breet = new Breet(
                    program.baseUrl(),
                    made.get("appId").asString(),
                    made.get("appSecret").asString(),
                    "development");
        }
    }

    private static String bank(String account) {
        return ",\"bankId\":\"25\",\"accountNumber\":\"" + account + "\",\"autoSettlement\":true";
    }

    private static String unique(String what) {
        return what + "-" + COUNT.incrementAndGet();
    }

    private static String status(JsonNode data) {
        return data.get("status").asString();
    }

    /// The withdrawal of a trade, if it is in this state.
    private static JsonNode find(JsonNode page, String trade, String status) {
        for (JsonNode withdrawal : page) {
            if (withdrawal.path("trade").asString().equals(trade)
                    && status(withdrawal).equals(status)) {
                return withdrawal;
            }
        }
        return null;
    }

    private static List<String> eventsUntil(String id, String event) {
        inbox.await(
                SOON, delivery -> delivery.id().equals(id) && delivery.event().equals(event));
        return inbox.about(id).stream().map(Inbox.Delivery::event).toList();
    }

    private static java.math.BigDecimal balance(Breet of, String currency) {
        for (JsonNode wallet : of.get("/users/fetch-integration").data().get("fiatWallets")) {
            if (wallet.get("currency").asString().equals(currency)) {
                return wallet.get("balance").decimalValue();
            }
        }
        throw new AssertionError("no balance in " + currency);
    }
}
