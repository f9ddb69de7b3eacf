package dev.offramp.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/// Plays the journey against a running sandbox and tells each step in one line with its time.
///
/// A customer's address on Solana gets a bank account and settles by itself; 59 USDC arrive; they become 94,221.52
/// naira, of which 94,171 reach the bank.
public final class Demo implements AutoCloseable {

    private static final String ASSET = "SOL_USDC_JKVK";
    private static final String BANK = "25";
    private static final String ACCOUNT = "0123456789";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MILLIS = 1000;

    private final Client client;
    private final Credentials credentials;
    private final Receiver receiver;
    private final InstantSource clock;
    private final String name;
    private final Consumer<String> lines;
    private final Instant start;

    private Demo(Credentials credentials, Receiver receiver, InstantSource clock, String name, Consumer<String> lines) {
        this.client = new Client(credentials);
        this.credentials = credentials;
        this.receiver = receiver;
        this.clock = clock;
        this.name = name;
        this.lines = lines;
        this.start = clock.instant();
    }

    /// @param receiver gets the events of these credentials
    /// @param random makes the customer's name
    /// @param lines gets each step
    public static Demo create(
            Credentials credentials,
            Receiver receiver,
            InstantSource clock,
            RandomGenerator random,
            Consumer<String> lines) {
        return new Demo(credentials, receiver, clock, "demo-" + HexFormat.of().toHexDigits(random.nextInt()), lines);
    }

    /// @throws DemoFailed when a step does not go as documented
    public void play() {
        introduce();
        checkBank();
        JsonNode address = makeAddress();
        String trade = deposit(address.path("address").asString());
        Story story = new Story(address.path("id").asString(), trade, this::tell);
        follow(story);
        lookUp(trade, story.withdrawal());
        tell("webhooks", story.events() + " events received, each with the right secret and signature");
    }

    private void introduce() {
        tell("credentials", credentials.toString());
        JsonNode integration = client.get("/users/fetch-integration");
        tell("integration", integration.path("merchantReference").asString() + ", balance " + balance(integration));
    }

    private static String balance(JsonNode integration) {
        for (JsonNode wallet : integration.path("fiatWallets")) {
            if (wallet.path("currency").asString().equals("ngn")) {
                return "NGN " + plain(wallet.path("balance"));
            }
        }
        throw new DemoFailed("the integration has no naira wallet");
    }

    private void checkBank() {
        JsonNode account = client.post("/payments/banks/validate", Map.of("id", BANK, "accountNumber", ACCOUNT));
        tell(
                "bank",
                account.path("bankName").asString() + " " + ACCOUNT + " is "
                        + account.path("accountName").asString());
    }

    private JsonNode makeAddress() {
        JsonNode address = client.post(
                "/trades/sell/assets/" + assetId() + "/generate-address",
                Map.of("label", name, "bankId", BANK, "accountNumber", ACCOUNT, "autoSettlement", true));
        tell("address", address.path("address").asString() + " takes USDC on Solana and settles by itself");
        return address;
    }

    private String assetId() {
        for (JsonNode asset : client.get("/trades/assets")) {
            if (asset.path("identifier").asString().equals(ASSET)) {
                return asset.path("id").asString();
            }
        }
        throw new DemoFailed("there is no asset " + ASSET);
    }

    private String deposit(String address) {
        String trade = client.post(
                        "/trades/sell/mock-trade",
                        Map.of(
                                "walletAddress", address,
                                "asset", ASSET,
                                "amountInUSD", 59,
                                "cryptoReceived", 59,
                                "reference", name,
                                "txHash", name))
                .path("id")
                .asString();
        tell("deposit", "59 USDC sent to it, trade " + trade);
        return trade;
    }

    private void follow(Story story) {
        while (!story.isOver()) {
            story.hear(receiver.next(PATIENCE)
                    .orElseThrow(() -> new DemoFailed(
                            "no webhook came within " + PATIENCE.toSeconds() + " s; waiting for " + story.wanted())));
        }
    }

    private void lookUp(String trade, String withdrawal) {
        JsonNode asked = client.get("/trades/transactions/" + trade);
        tell("trade", asked.path("status").asString() + ", NGN " + plain(asked.path("amount")) + " after the fee");
        JsonNode payout = client.get("/payments/withdrawal/" + withdrawal);
        tell(
                "payout",
                payout.path("status").asString() + ", NGN " + plain(payout.path("payoutAmount")) + " to "
                        + payout.path("meta").path("accountNumber").asString());
    }

    static String plain(JsonNode number) {
        BigDecimal value = number.asDecimal();
        return value.toPlainString();
    }

    /// One line: seconds since the start, what, and how it went.
    private void tell(String what, String how) {
        long millis = Duration.between(start, clock.instant()).toMillis();
        lines.accept("%4d.%03d s  %-12s %s".formatted(millis / MILLIS, millis % MILLIS, what, how));
    }

    @Override
    public void close() {
        client.close();
    }
}
