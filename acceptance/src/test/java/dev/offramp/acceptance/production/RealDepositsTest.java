package dev.offramp.acceptance.production;

import static dev.offramp.acceptance.production.Shop.ETH;
import static dev.offramp.acceptance.production.Shop.USDC;
import static dev.offramp.acceptance.production.Shop.USDT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.anvil.Anvil;
import dev.offramp.acceptance.program.Inbox;
import dev.offramp.acceptance.program.Program;
import dev.offramp.chains.Address;
import dev.offramp.chains.TxHash;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Real transfers on a real node: every deposit is credited exactly once, and nothing else is.
class RealDepositsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int DOWN_FOR = 200;
    private static final List<Shop> SHOPS = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static RealNetwork network;
    private static Anvil anvil;
    private static Inbox inbox;
    private static Program program;

    @BeforeAll
    static void start() throws IOException {
        network = new RealNetwork();
        anvil = network.anvil();
        inbox = new Inbox();
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "a passphrase for tests only\n");
        Path networks = network.describedIn(folder.resolve("networks.json"));
        program = Program.on(folder.resolve("data"))
                .with("OFFRAMP_PRODUCTION", "on")
                .with("OFFRAMP_KEY_PASSPHRASE_FILE", passphrase.toString())
                .with("OFFRAMP_ALLOW_LOOPBACK_HTTP", "on")
                .with("OFFRAMP_ALLOW_LOOPBACK_WEBHOOKS", "on")
                .with("OFFRAMP_NETWORKS_FILE", networks.toString())
                .start();
        program.command("rates", "set", "ETH", "USD", "3000", "--for", "1h");
        program.command("rates", "set", "USDT", "USD", "1", "--for", "1h");
        program.command("rates", "set", "USDC", "USD", "1", "--for", "1h");
        program.command("rates", "set", "USD", "NGN", Shop.RATE, "--for", "1h");
    }

    /// After all that happened, what each shop has is still what it was credited.
    @AfterAll
    static void stop() {
        try {
            SHOPS.forEach(Shop::checkCredits);
            program.command("audit");
        } finally {
            program.close();
            inbox.close();
            network.close();
        }
    }

    @Test
    void creditsATokenWhoseTransferReturnsNothing() {
        Shop shop = shop();
        TxHash tx = anvil.sendTokens(network.usdt(), shop.wallet(USDT), units("59", 6));
        network.confirm();

        JsonNode trade = shop.awaitCredits("59").getFirst();

        assertThat(trade.get("txHash").asString()).isEqualTo(tx.value());
        assertThat(trade.get("amount").decimalValue()).isEqualByComparingTo("94221.52");
    }

    @Test
    void creditsATokenOf18DecimalsAndStatesItToTheLastUnit() {
        Shop shop = shop();
        anvil.sendTokens(network.usdc(), shop.wallet(USDC), units("123.000000000000000001", 18));
        network.confirm();

        JsonNode trade = shop.awaitCredits("123").getFirst();

        assertThat(trade.get("cryptoReceived").asString()).isEqualTo("123.000000000000000001");
    }

    @Test
    void creditsPlainCoins() {
        Shop shop = shop();
        anvil.sendCoins(shop.wallet(ETH), units("0.05", 18));
        network.confirm();

        shop.awaitCredits("150");
    }

    @Test
    void creditsEveryAddressOfAnExchangesBatchedPayout() {
        Shop shop = shop();
        List<Address> wallets =
                IntStream.range(0, 5).mapToObj(_ -> shop.wallet(ETH)).toList();
        List<BigInteger> units =
                IntStream.range(0, 5).mapToObj(i -> units("0.0" + (i + 1), 18)).toList();
        TxHash tx = anvil.payMany(network.payer(), false, Collections.nCopies(5, Anvil.coin()), wallets, units);
        network.confirm();

        List<JsonNode> trades = shop.awaitCredits("30", "60", "90", "120", "150");

        assertThat(trades)
                .allSatisfy(trade -> assertThat(trade.get("txHash").asString()).isEqualTo(tx.value()));
        assertThat(trades)
                .extracting(trade -> trade.get("address").asString())
                .containsExactlyInAnyOrderElementsOf(
                        wallets.stream().map(Address::value).toList());
    }

    @Test
    void creditsTheSameAddressTwiceInOneTransaction() {
        Shop shop = shop();
        Address coins = shop.wallet(ETH);
        Address tokens = shop.wallet(USDT);
        anvil.payMany(
                network.payer(),
                false,
                List.of(Anvil.coin(), network.usdt(), Anvil.coin(), network.usdt()),
                List.of(coins, tokens, coins, tokens),
                List.of(units("0.02", 18), units("70", 6), units("0.02", 18), units("70", 6)));
        network.confirm();

        shop.awaitCredits("60", "70", "60", "70");
    }

    @Test
    void ignoresAndListsATokenThatOnlyBearsTheName() {
        Shop shop = shop();
        Address wallet = shop.wallet(USDT);
        TxHash fake = anvil.sendTokens(network.fakeUsdt(), wallet, units("5000", 6));
        anvil.sendTokens(network.usdt(), wallet, units("80", 6));
        network.confirm();

        assertThat(shop.awaitCredits("80")).hasSize(1);

        assertThat(program.jsonCommand("deposits", "arrivals", "--json")).anySatisfy(arrival -> {
            assertThat(arrival.get("txHash").asString()).isEqualTo(fake.value());
            assertThat(arrival.get("address").asString()).isEqualTo(wallet.value());
            assertThat(arrival.get("contract").asString())
                    .isEqualTo(network.fakeUsdt().value());
            assertThat(arrival.get("why").asString()).isEqualTo("unknown_token");
        });
    }

    @Test
    void ignoresWhatWasReverted() {
        Shop shop = shop();
        Address wallet = shop.wallet(ETH);
        TxHash reverted = anvil.payMany(
                network.payer(),
                true,
                List.of(Anvil.coin(), network.usdt()),
                List.of(wallet, wallet),
                List.of(units("1", 18), units("900", 6)));
        anvil.sendCoins(wallet, units("0.03", 18));
        network.confirm();

        assertThat(shop.awaitCredits("90")).hasSize(1);

        assertThat(anvil.receipt(reverted).get("status").asString()).isEqualTo("0x0");
    }

    @Test
    void deletesADepositThatAReorganisationTookAway() {
        Shop shop = shop().telling(inbox.url());
        anvil.sendTokens(network.usdt(), shop.wallet(USDT), units("110", 6));
        anvil.mine(2);
        String trade = id(shop.awaitOnly("pending"));
        awaitEvent(trade, "trade.pending");

        anvil.rewind(2);
        anvil.mine(2 * RealNetwork.CONFIRMATIONS);

        awaitEvent(trade, "trade.deleted");
        assertThat(events(trade)).doesNotContain("trade.completed");
        shop.awaitCredits();
    }

    @Test
    void creditsOnceWhatMovedToAnotherBlockAtAnotherLogIndex() {
        Shop shop = shop().telling(inbox.url());
        TxHash tx = anvil.sendTokens(network.usdt(), shop.wallet(USDT), units("120", 6));
        anvil.mine(2);
        String trade = id(shop.awaitOnly("pending"));
        awaitEvent(trade, "trade.pending");
        JsonNode before = anvil.receipt(tx);

        anvil.rewind(2);
        Shop other = shop();
        anvil.sendTokens(network.usdt(), other.wallet(USDT), units("130", 6));
        anvil.resend(tx);
        network.confirm();

        assertThat(shop.awaitCredits("120"))
                .hasSize(1)
                .allMatch(moved -> id(moved).equals(trade));
        other.awaitCredits("130");
        awaitEvent(trade, "trade.completed");
        assertThat(events(trade)).doesNotContain("trade.deleted");
        JsonNode after = anvil.receipt(tx);
        assertThat(after.get("blockNumber")).isNotEqualTo(before.get("blockNumber"));
        assertThat(logIndex(before)).isEqualTo("0x0");
        assertThat(logIndex(after)).isEqualTo("0x1");
    }

    @Test
    void creditsWhatWasMinedWhileItWasDown() {
        Shop shop = shop();
        Address coins = shop.wallet(ETH);
        Address tokens = shop.wallet(USDT);
        program.kill();
        anvil.sendCoins(coins, units("0.01", 18));
        anvil.mine(DOWN_FOR / 2);
        anvil.sendTokens(network.usdt(), tokens, units("140", 6));
        anvil.sendCoins(coins, units("0.02", 18));
        anvil.mine(DOWN_FOR / 2);

        program.start();

        shop.awaitCredits("30", "140", "60");
    }

    @Test
    void findsWhatTheNodeHidOnce() {
        Shop shop = shop();
        Address wallet = shop.wallet(USDT);
        network.front().hideLogs(1);
        anvil.sendTokens(network.usdt(), wallet, units("160", 6));
        network.confirm();

        shop.awaitCredits("160");

        assertThat(network.front().logsToHide()).isZero();
    }

    private static Shop shop() {
        Shop shop = new Shop(program);
        SHOPS.add(shop);
        return shop;
    }

    private static BigInteger units(String coins, int decimals) {
        return new BigDecimal(coins).movePointRight(decimals).toBigIntegerExact();
    }

    private static String id(JsonNode trade) {
        return trade.get("id").asString();
    }

    private static String logIndex(JsonNode receipt) {
        return receipt.get("logs").get(0).get("logIndex").asString();
    }

    private static void awaitEvent(String trade, String event) {
        inbox.await(
                SOON,
                delivery -> delivery.id().equals(trade) && delivery.event().equals(event));
    }

    private static List<String> events(String trade) {
        return inbox.about(trade).stream().map(Inbox.Delivery::event).toList();
    }
}
