package dev.offramp.acceptance.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.anvil.Anvil;
import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Program;
import dev.offramp.chains.Address;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A tenant that withdraws stablecoins, and holds what it was told against what the chain says.
final class Payer {

    private static final String PIN = "2580";
    private static final String NOBODY = "0x0000000000000000000000000000000000000000";

    /// `Transfer(address,address,uint256)`
    private static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    private static final int USDT_DECIMALS = 6;
    private static final int COIN_DECIMALS = 18;
    private static final int UNAVAILABLE = 503;
    private static final int TRIES = 30;
    private static final Set<String> ENDED = Set.of("completed", "rejected", "reversed");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Program program;
    private final Anvil anvil;
    private final JsonNode credential;

    /// Recipient by external id.
    private final Map<String, String> recipients = new LinkedHashMap<>();

    /// What the chain says went out, by recipient.
    private final Map<String, Sent> sent = new HashMap<>();

    private BigDecimal deposited = BigDecimal.ZERO;
    private Optional<Address> hotWallet = Optional.empty();

    private record Sent(String tx, BigInteger units) {}

    Payer(Program program, Anvil anvil) {
        this.program = program;
        this.anvil = anvil;
        this.credential = program.jsonCommand("integrations", "create", "--name", "Payer", "--json");
        of("integrations", "set", "--receive-currency", "USD");
        of("integrations", "set-pin", "--pin", PIN);
    }

    private void of(String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--integration", "Payer", "--env", "production"));
        program.command(all.toArray(String[]::new));
    }

    private Breet breet() {
        return new Breet(
                program.baseUrl(),
                credential.get("appId").asString(),
                credential.get("appSecret").asString(),
                "production");
    }

    /// So many dollars of USDT come in and are credited.
    void deposit(Address usdt, BigDecimal dollars) {
        Address wallet = new Address(
                breet().generate(Shop.USDT, "the payer", "").get("address").asString());
        anvil.sendTokens(usdt, wallet, dollars.movePointRight(USDT_DECIMALS).toBigIntegerExact());
        breet().await(
                        "/trades/transactions",
                        PATIENCE,
                        page -> page.size() == 1 && Shop.status(page.get(0)).equals("completed"));
        deposited = balance();
        assertThat(deposited).isPositive();
    }

    private BigDecimal balance() {
        for (JsonNode wallet : breet().get("/users/fetch-integration").data().get("fiatWallets")) {
            if (wallet.get("currency").asString().equals("usd")) {
                return wallet.get("balance").decimalValue();
            }
        }
        throw new AssertionError("no balance in dollars");
    }

    /// Places so many, each with an amount and a recipient of its own, and answers their external ids.
    List<String> withdraw(int count) {
        List<String> externalIds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = recipients.size() + 1;
            externalIds.add(place(
                    "USDT",
                    BigDecimal.valueOf(500 + number, 2),
                    Anvil.checksummed("0x%040x".formatted(0xabc0000 + number)).value()));
        }
        return externalIds;
    }

    /// Places some that the token will not pay.
    void withdrawRefused(int count) {
        for (int i = 0; i < count; i++) {
            place("USDC", BigDecimal.valueOf(10 + i), NOBODY);
        }
    }

    private String place(String token, BigDecimal dollars, String recipient) {
        String externalId = "withdrawal " + (recipients.size() + 1);
        String body = """
                {"token":"%s","network":"ERC20","amount":%s,"walletAddress":"%s","feeLevel":"low","pin":"%s",
                 "externalId":"%s"}
                """.formatted(token, dollars.toPlainString(), recipient, PIN, externalId);
        Breet.Reply reply = breet().post("/payments/withdraw/address", body);
        // A busy machine; the external id makes it safe to ask again.
        for (int tries = 0; reply.status() == UNAVAILABLE && tries < TRIES; tries++) {
            reply = breet().post("/payments/withdraw/address", body);
        }
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        recipients.put(externalId, recipient);
        return externalId;
    }

    int placed() {
        return recipients.size();
    }

    private static String path(String externalId) {
        return "/payments/withdrawal/" + externalId.replace(" ", "%20");
    }

    private JsonNode record(String externalId) {
        Breet.Reply reply = breet().get(path(externalId));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.data();
    }

    String status(String externalId) {
        return record(externalId).get("status").asString();
    }

    void awaitStatus(String externalId, String status, Duration patience) {
        breet().await(
                        path(externalId),
                        patience,
                        data -> data.get("status").asString().equals(status));
    }

    /// Waits until every withdrawal has ended, every nonce is used, and the books have all the gas that was burnt.
    ///
    /// @param coins what the wallet was given for gas
    void awaitAllEnded(BigInteger coins, Duration patience) {
        for (String externalId : recipients.keySet()) {
            breet().await(
                            path(externalId),
                            patience,
                            data -> ENDED.contains(data.get("status").asString()));
        }
        breet().await("/users/fetch-integration", patience, _ -> gasBooked().equals(gasBurnt(coins)));
    }

    /// The hot wallet as its operator sees it.
    JsonNode wallet() {
        return program.jsonCommand("hotwallets", "list", "--json").get(0);
    }

    /// Asked once: it is the same for ever.
    Address hotWallet() {
        if (hotWallet.isEmpty()) {
            hotWallet = Optional.of(new Address(wallet().get("address").asString()));
        }
        return hotWallet.get();
    }

    /// What was sent, by the chain.
    BigInteger sent() {
        return sent.values().stream().map(Sent::units).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /// Every completed withdrawal is one transfer out of the hot wallet, every rejected one none, and there are no
    /// others.
    void checkAgainstChain(Address token, int rejected) {
        readTransfers(token);
        Map<String, Integer> statuses = new HashMap<>();
        for (Map.Entry<String, String> each : recipients.entrySet()) {
            JsonNode found = record(each.getKey());
            String status = found.get("status").asString();
            statuses.merge(status, 1, Integer::sum);
            if (status.equals("completed")) {
                Sent transfer = sent.get(each.getValue().toLowerCase());
                assertThat(transfer).as(found.toString()).isNotNull();
                assertThat(transfer.tx()).isEqualTo(found.get("txHash").asString());
                assertThat(transfer.units())
                        .isEqualTo(found.get("cryptoAmount")
                                .decimalValue()
                                .movePointRight(USDT_DECIMALS)
                                .toBigIntegerExact());
            }
        }
        assertThat(statuses).isEqualTo(Map.of("completed", recipients.size() - rejected, "rejected", rejected));
        assertThat(sent).hasSize(recipients.size() - rejected);
    }

    private void readTransfers(Address token) {
        String from = "0x" + "0".repeat(24) + hotWallet().value().substring(2).toLowerCase();
        JsonNode logs = anvil.ask(
                "eth_getLogs", Map.of("fromBlock", "0x0", "toBlock", "latest", "topics", List.of(TRANSFER, from)));
        for (JsonNode log : logs) {
            assertThat(log.get("address").asString()).isEqualToIgnoringCase(token.value());
            String recipient = "0x" + log.get("topics").get(2).asString().substring(26);
            BigInteger units = new BigInteger(log.get("data").asString().substring(2), 16);
            Sent before =
                    sent.put(recipient, new Sent(log.get("transactionHash").asString(), units));
            assertThat(before).as("two transfers to " + recipient).isNull();
        }
    }

    /// As many nonces used as given out, each once, and nothing of ours left in the pool.
    void checkNonces() {
        JsonNode wallet = wallet();
        assertThat(wallet.get("gaps").isEmpty()).as(wallet.toString()).isTrue();
        assertThat(wallet.get("foreign").asInt()).isZero();
        assertThat(wallet.get("noncesUsed").asLong()).isEqualTo(recipients.size());
        assertThat(wallet.get("nonceNext").asLong()).isEqualTo(recipients.size());
        assertThat(anvil.ask("eth_getTransactionCount", hotWallet().value(), "pending")
                        .asString())
                .isEqualTo("0x" + Integer.toHexString(recipients.size()));
    }

    /// The balance is what was credited less what was withdrawn, and the gas in the books is what the wallet lacks.
    ///
    /// @param coins what the wallet was given for gas
    void checkBooks(BigInteger coins) {
        BigDecimal spent = BigDecimal.ZERO;
        for (String externalId : recipients.keySet()) {
            JsonNode found = record(externalId);
            if (found.get("status").asString().equals("completed")) {
                spent = spent.add(found.get("amount").decimalValue())
                        .add(found.get("fee").decimalValue());
            }
        }
        assertThat(balance()).isEqualByComparingTo(deposited.subtract(spent));
        assertThat(gasBooked()).isEqualTo(gasBurnt(coins));
    }

    private BigInteger gasBurnt(BigInteger coins) {
        return coins.subtract(quantity(anvil.ask("eth_getBalance", hotWallet().value(), "latest")));
    }

    private BigInteger gasBooked() {
        return booked("gas_cost", "ETH")
                .movePointRight(COIN_DECIMALS)
                .toBigIntegerExact()
                .negate();
    }

    private BigDecimal booked(String account, String asset) {
        for (JsonNode line : program.jsonCommand("books", "--json")) {
            boolean wanted = line.get("environment").asString().equals("production")
                    && line.get("account").asString().equals(account)
                    && line.get("asset").asString().equals(asset);
            if (wanted) {
                return line.get("balance").decimalValue();
            }
        }
        throw new AssertionError("no account " + account + " in " + asset);
    }

    private static BigInteger quantity(JsonNode text) {
        return new BigInteger(text.asString().substring(2), 16);
    }
}
