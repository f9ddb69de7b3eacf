package dev.offramp.acceptance.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Program;
import dev.offramp.chains.Address;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// A tenant of its own, so that what it was credited can be told to the last kobo.
final class Shop {

    static final String ETH = "ETH";
    static final String USDT = "USDT_ERC20";
    static final String USDC = "USDC";

    /// Naira per dollar.
    static final String RATE = "1605";

    private static final BigDecimal FEE_PERCENT = new BigDecimal("0.5");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TRADES = "/trades/transactions?size=200";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name = "Shop " + COUNT.incrementAndGet();
    private final Program program;
    private final JsonNode credential;
    private final List<BigDecimal> credits = new ArrayList<>();
    private int wallets;

    Shop(Program program) {
        this.program = program;
        this.credential = program.jsonCommand("integrations", "create", "--name", name, "--json");
    }

    /// From now on its events go to this URL.
    Shop telling(String url) {
        program.command("webhooks", "add", "--url", url, "--env", "production", "--integration", name);
        return this;
    }

    private Breet breet() {
        return new Breet(
                program.baseUrl(),
                credential.get("appId").asString(),
                credential.get("appSecret").asString(),
                "production");
    }

    Address wallet(String asset) {
        wallets++;
        return new Address(breet().generate(asset, "customer " + wallets, "")
                .get("address")
                .asString());
    }

    List<JsonNode> trades() {
        List<JsonNode> trades = new ArrayList<>();
        breet().get(TRADES).data().forEach(trades::add);
        return trades;
    }

    /// Its one trade, once it is in this state.
    JsonNode awaitOnly(String status) {
        JsonNode trades = breet().await(TRADES, PATIENCE, page -> page.size() == 1 && count(page, status) == 1);
        return trades.get(0);
    }

    /// Waits until it was credited for so many dollars, one deposit each, and makes sure that this was all.
    List<JsonNode> awaitCredits(String... dollars) {
        Arrays.stream(dollars).map(Shop::naira).forEach(credits::add);
        breet().await(TRADES, PATIENCE, page -> count(page, "completed") >= credits.size());
        checkCredits();
        return trades();
    }

    /// One completed trade for each credit, nothing completed besides, and a balance that says the same.
    void checkCredits() {
        List<BigDecimal> credited = trades().stream()
                .filter(trade -> status(trade).equals("completed"))
                .map(trade -> trade.get("amount").decimalValue())
                .toList();
        assertThat(credited)
                .as("credits of " + name)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyInAnyOrderElementsOf(credits);
        assertThat(balance())
                .as("balance of " + name)
                .isEqualByComparingTo(credits.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private BigDecimal balance() {
        for (JsonNode wallet : breet().get("/users/fetch-integration").data().get("fiatWallets")) {
            if (wallet.get("currency").asString().equals("ngn")) {
                return wallet.get("balance").decimalValue();
            }
        }
        throw new AssertionError("no balance in naira");
    }

    /// What so many dollars are worth to a shop.
    private static BigDecimal naira(String dollars) {
        BigDecimal gross =
                new BigDecimal(dollars).multiply(new BigDecimal(RATE)).setScale(2, RoundingMode.DOWN);
        BigDecimal fee = gross.multiply(FEE_PERCENT).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        return gross.subtract(fee);
    }

    private static int count(JsonNode trades, String status) {
        int count = 0;
        for (JsonNode trade : trades) {
            count += status(trade).equals(status) ? 1 : 0;
        }
        return count;
    }

    static String status(JsonNode trade) {
        return trade.get("status").asString();
    }
}
