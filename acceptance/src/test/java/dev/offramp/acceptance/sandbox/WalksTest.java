package dev.offramp.acceptance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Program;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The ways that clients in the field take when something is already there, was lost or is left out.
class WalksTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String USDC = "SOL_USDC_JKVK";
    private static final String ACCOUNT = "0123456781";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    private static Path data;

    private static Program program;
    private static Breet breet;
    private static String pin;

    @BeforeAll
    static void start() {
        program = Program.on(data).start();
        breet = program.sandbox();
        pin = text(program.credentials(), "pin");
        String address = text(breet.generate(USDC, "funds", ""), "address");
        breet.mock(address, USDC, "1000", "1000", "funds");
        breet.await("/users/fetch-integration", SOON, account -> naira(account).signum() > 0);
    }

    @AfterAll
    static void stop() {
        program.command("audit");
        program.close();
    }

    /// Ten are a page, and the newest come first: of eleven the first is found only by a client that turns it.
    @ParameterizedTest(name = "{0} wallets")
    @ValueSource(ints = {1, 11})
    void aClientThatLostItsAddressFindsItByItsLabelAfterAlreadyExists(int wallets) {
        Breet client = program.integration("With wallets " + wallets);
        JsonNode lost = client.generate(USDC, "customer 1", "");
        for (int i = 2; i <= wallets; i++) {
            client.generate(USDC, "customer " + i, "");
        }

        Breet.Reply again = generate(client, "{\"label\":\"customer 1\"}");

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.message()).isEqualTo(USDC + " for customer 1 already exists in your wallets");
        List<JsonNode> all = pages(client, "/trades/wallets");
        List<JsonNode> found = all.stream()
                .filter(wallet -> text(wallet, "label").equals("customer 1"))
                .toList();
        assertThat(all).hasSize(wallets);
        assertThat(found).hasSize(1);
        assertThat(text(found.getFirst(), "id")).isEqualTo(text(lost, "id"));
        assertThat(text(found.getFirst(), "address")).isEqualTo(text(lost, "address"));
        assertThat(text(found.getFirst(), "identifier")).isEqualTo(USDC);
        assertThat(text(found.getFirst(), "asset")).isEqualTo(client.assetId(USDC));
    }

    /// One customer may have the same label on every asset.
    @Test
    void aLabelIsTakenForItsAssetAlone() {
        breet.generate(USDC, "customer", "");

        assertThat(breet.generate("USDT_TRX_TEST2", "customer", "").has("address"))
                .isTrue();
    }

    @Test
    void aSecondPayoutToTheSameAccountUsesTheBankThatIsSavedAlready() {
        String account = newAccount();
        String first = text(saveBank(account).data(), "id");
        String firstPayout = text(withdraw(first, "").data(), "id");

        Breet.Reply again = saveBank(account);
        List<String> found = pages(breet, "/payments/integration-banks").stream()
                .filter(bank -> text(bank, "accountNumber").equals(account)
                        && text(bank, "bankId").equals("25"))
                .map(bank -> text(bank, "id"))
                .toList();
        String secondPayout = text(withdraw(found.getFirst(), "").data(), "id");

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.message()).isEqualTo("bank account already exists");
        assertThat(found).containsExactly(first);
        assertThat(pages(breet, "/payments/withdrawals"))
                .extracting(each -> text(each, "id"))
                .contains(firstPayout, secondPayout)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order/7",
                "order:7",
                "order 7",
                "a/b:c d",
                "/",
                "..",
                "100%",
                "\u00e9?#&=+",
                "507f1f77bcf86cd799439011"
            })
    void aWithdrawalIsFoundByItsExternalIdWhateverIsInIt(String externalId) {
        String bank = text(saveBank(newAccount()).data(), "id");
        Breet.Reply placed = withdraw(bank, ",\"externalId\":\"" + externalId + "\"");

        Breet.Reply found = breet.get("/payments/withdrawal/" + encoded(externalId));

        assertThat(found.status()).as(found.text()).isEqualTo(200);
        assertThat(text(found.data(), "id")).isEqualTo(text(placed.data(), "id"));
        assertThat(text(found.data(), "externalId")).isEqualTo(externalId);
    }

    @Test
    void aColonNeedsNoEncoding() {
        withdraw(text(saveBank(newAccount()).data(), "id"), ",\"externalId\":\"plain:7\"");

        assertThat(breet.get("/payments/withdrawal/plain:7").status()).isEqualTo(200);
    }

    /// Unknown is 404 whatever it looks like: a client pays again on nothing else.
    @ParameterizedTest
    @ValueSource(strings = {"order/8", "order:8", "order 8", "ffffffffffffffffffffffff", "x"})
    void anExternalIdOfNoWithdrawalIsNotFound(String externalId) {
        Breet.Reply found = breet.get("/payments/withdrawal/" + encoded(externalId));

        assertThat(found.status() + " " + found.message()).isEqualTo("404 withdrawal not found");
    }

    @Test
    void aSavedBankIsDeletedByARequestWithoutABodyThatNamesJson() {
        String bank = text(saveBank(newAccount()).data(), "id");

        Breet.Reply deleted = breet.delete("/payments/banks/" + bank);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.data()).isEmpty();
        assertThat(breet.get("/payments/integration-banks/" + bank).status()).isEqualTo(404);
        assertThat(breet.delete("/payments/banks/" + bank).status()).isEqualTo(404);
    }

    @Test
    void aSavedAddressIsDeletedByARequestWithoutABodyThatNamesJson() {
        Breet.Reply saved = breet.post(
                "/payments/wallet-addresses",
                "{\"address\":\"0x52908400098527886E0F7030069857D2E4169EE7\",\"network\":\"ERC20\","
                        + "\"token\":\"USDT\",\"label\":\"cold\"}");
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);

        Breet.Reply deleted = breet.delete("/payments/wallet-addresses/" + text(saved.data(), "id"));

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(breet.get("/payments/wallet-addresses").data()).isEmpty();
    }

    @Test
    void autoSettlementNullIsAFlagThatWasNotGiven() {
        Breet.Reply made = generate(
                breet,
                "{\"label\":\"null\",\"bankId\":\"25\",\"accountNumber\":\"" + ACCOUNT
                        + "\",\"narration\":null,\"autoSettlement\":null}");

        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(isSettled(made)).isFalse();
    }

    /// Nobody is to lose a flag to a client that fills in every field it knows.
    @Test
    void autoSettlementNullLeavesTheFlagAsItIs() {
        Breet.Reply made = generate(
                breet,
                "{\"label\":\"kept\",\"bankId\":\"25\",\"accountNumber\":\"" + ACCOUNT + "\",\"autoSettlement\":true}");

        Breet.Reply linked = breet.put(
                "/trades/wallets/" + text(made.data(), "id") + "/bank",
                "{\"id\":\"39\",\"accountNumber\":\"" + ACCOUNT + "\",\"autoSettlement\":null}");

        assertThat(linked.status()).as(linked.text()).isEqualTo(200);
        assertThat(isSettled(made)).isTrue();
    }

    @Test
    void autoSettlementNullIsNoAnswerWhereItIsTheQuestion() {
        Breet.Reply made =
                generate(breet, "{\"label\":\"asked\",\"bankId\":\"25\",\"accountNumber\":\"" + ACCOUNT + "\"}");

        Breet.Reply set = breet.put(
                "/trades/wallets/" + text(made.data(), "id") + "/auto-settlement", "{\"autoSettlement\":null}");

        assertThat(set.status()).isEqualTo(422);
        assertThat(text(set.body().get("errors").get("autoSettlement"), 0)).isEqualTo("autoSettlement is required");
    }

    private static boolean isSettled(Breet.Reply made) {
        return breet.get("/trades/wallets/" + text(made.data(), "id"))
                .data()
                .get("autoSettlement")
                .asBoolean();
    }

    private static Breet.Reply generate(Breet client, String body) {
        return client.post("/trades/sell/assets/" + client.assetId(USDC) + "/generate-address", body);
    }

    private static String newAccount() {
        return "01234567%02d".formatted(COUNT.incrementAndGet() + 10);
    }

    private static Breet.Reply saveBank(String account) {
        return breet.post("/payments/banks/add", "{\"id\":\"25\",\"accountNumber\":\"" + account + "\"}");
    }

    /// @param more further members of the body, each beginning with a comma
    private static Breet.Reply withdraw(String bank, String more) {
        return breet.post("/payments/withdraw/bank/" + bank, "{\"amount\":1000,\"pin\":\"" + pin + "\"" + more + "}");
    }

    private static BigDecimal naira(JsonNode account) {
        return StreamSupport.stream(account.get("fiatWallets").spliterator(), false)
                .filter(wallet -> text(wallet, "currency").equals("ngn"))
                .map(wallet -> wallet.get("balance").decimalValue())
                .findFirst()
                .orElseThrow();
    }

    /// As clients turn pages: until there is no next one.
    private static List<JsonNode> pages(Breet client, String path) {
        List<JsonNode> all = new ArrayList<>();
        Breet.Reply page;
        int number = 0;
        do {
            number++;
            page = client.get(path + "?page=" + number);
            page.data().forEach(all::add);
        } while (page.body().get("meta").get("hasNextPage").asBoolean());
        return all;
    }

    /// Every byte but letters and digits, as careful clients do.
    private static String encoded(String externalId) {
        return URLEncoder.encode(externalId, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }

    private static String text(JsonNode node, int index) {
        return node.get(index).asString();
    }
}
