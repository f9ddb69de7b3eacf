package dev.offramp.acceptance.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.anvil.Anvil;
import dev.offramp.acceptance.anvil.Hold;
import dev.offramp.acceptance.anvil.Hold.Where;
import dev.offramp.acceptance.program.Program;
import dev.offramp.chains.Address;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stablecoins out on a real node: gas that becomes ten times dearer, a node that throws transactions away, and a
/// program that is killed at every step. What is on the chain in the end is what the records say, each of them once.
///
/// `-Dwithdrawals=200 -Dkills=10` for the whole of it; a slice without.
class RealWithdrawalsTest {

    private static final int WITHDRAWALS = Integer.getInteger("withdrawals", 40);

    /// At each of the steps.
    private static final int KILLS = Integer.getInteger("kills", 1);

    private static final int STEPS = 5;
    private static final int PER_KILL = WITHDRAWALS / 2 / (KILLS * STEPS);

    /// Those that the token will not pay, in every one of the other halves.
    private static final int REFUSED = 3;

    private static final Duration SOON = Duration.ofMinutes(2);

    /// A lease that a killed process left, then a price that is too low for a while, twice.
    private static final Duration IN_THE_END = Duration.ofMinutes(12);

    private static final BigInteger GWEI = BigInteger.valueOf(1_000_000_000);
    private static final BigInteger CHEAP = GWEI.multiply(BigInteger.valueOf(3));
    private static final BigInteger DEAR = CHEAP.multiply(BigInteger.TEN);

    @TempDir
    private Path folder;

    private RealNetwork network;
    private Anvil anvil;
    private Program program;
    private Miner miner;
    private Payer payer;

    @BeforeEach
    void start() throws IOException {
        network = new RealNetwork();
        anvil = network.anvil();
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "a passphrase for tests only\n");
        program = Program.on(folder.resolve("data"))
                .with("OFFRAMP_PRODUCTION", "on")
                .with("OFFRAMP_KEY_PASSPHRASE_FILE", passphrase.toString())
                .with("OFFRAMP_ALLOW_LOOPBACK_HTTP", "on")
                .with(
                        "OFFRAMP_NETWORKS_FILE",
                        network.describedIn(folder.resolve("networks.json")).toString())
                .start();
        program.command("rates", "set", "USDT", "USD", "1", "--for", "2h");
        program.command("rates", "set", "USDC", "USD", "1", "--for", "2h");
        program.command("rates", "set", "USD", "NGN", Shop.RATE, "--for", "2h");
        payer = new Payer(program, anvil);
        miner = new Miner(anvil, CHEAP);
        payer.deposit(network.usdt(), new BigDecimal(20 * WITHDRAWALS));
    }

    @AfterEach
    void stop() {
        try {
            program.close();
        } finally {
            miner.close();
            network.close();
        }
    }

    @Test
    void sendsEachOnceWhateverHappens() {
        Address wallet = payer.hotWallet();
        BigInteger coins = BigInteger.TEN.pow(18).multiply(BigInteger.TEN);
        BigInteger tokens = BigInteger.valueOf(1_000_000).multiply(BigInteger.valueOf(20L * WITHDRAWALS));
        anvil.sendTokens(network.usdt(), wallet, tokens);
        anvil.sendTokens(network.usdc(), wallet, BigInteger.TEN.pow(24));

        waitsForGas(wallet, coins);
        for (int i = 0; i < KILLS; i++) {
            killSeenInABlock();
        }
        for (int i = 0; i < KILLS; i++) {
            killAt("eth_sendRawTransaction", Where.AFTER_THE_NODE);
        }
        for (int i = 0; i < KILLS; i++) {
            killAt("eth_sendRawTransaction", Where.BEFORE_THE_NODE);
        }
        for (int i = 0; i < KILLS; i++) {
            killAt("eth_maxPriorityFeePerGas", Where.BEFORE_THE_NODE);
        }
        for (int i = 0; i < KILLS; i++) {
            killAt("eth_getTransactionCount", Where.BEFORE_THE_NODE);
        }
        becomesTenTimesAsDear(WITHDRAWALS - payer.placed());

        payer.awaitAllEnded(coins, IN_THE_END);

        miner.pause();
        assertThat(payer.placed()).isEqualTo(WITHDRAWALS + REFUSED);
        payer.checkAgainstChain(network.usdt(), REFUSED);
        assertThat(anvil.balance(network.usdt(), wallet)).isEqualTo(tokens.subtract(payer.sent()));
        payer.checkNonces();
        payer.checkBooks(coins);
        program.command("audit");
    }

    /// Nothing is signed, and nothing given back, while the wallet cannot pay for the gas.
    private void waitsForGas(Address wallet, BigInteger coins) {
        String first = payer.withdraw(1).getFirst();
        program.awaitOutput("is short", SOON);
        assertThat(payer.status(first)).isEqualTo("pending");
        assertThat(payer.wallet().get("waiting").asInt()).isEqualTo(1);
        assertThat(anvil.ask("eth_getTransactionCount", wallet.value(), "pending")
                        .asString())
                .isEqualTo("0x0");

        anvil.sendCoins(wallet, coins);
        payer.awaitStatus(first, "completed", SOON);
    }

    /// Dies with its question standing at the front: between two of its own commits.
    private void killAt(String method, Where where) {
        Hold hold = network.front().hold(method, where);
        payer.withdraw(PER_KILL);
        hold.awaitCaught(SOON);
        program.kill();
        hold.end();
        program.start();
    }

    /// Dies when a block has what it sent, and before that is deep enough.
    private void killSeenInABlock() {
        miner.pause();
        String last = payer.withdraw(PER_KILL).getLast();
        payer.awaitStatus(last, "processing", SOON);
        miner.mine();
        Hold hold = network.front().hold("eth_getTransactionReceipt", Where.AFTER_THE_NODE);
        hold.awaitCaught(SOON);
        program.kill();
        hold.end();
        miner.goOn();
        program.start();
    }

    /// What waits for a block offers too little from then on, and a few are thrown away besides.
    private void becomesTenTimesAsDear(int withdrawals) {
        network.front().loseTransactions(withdrawals / 4);
        miner.pause();
        payer.withdraw(withdrawals);
        payer.withdrawRefused(REFUSED);
        miner.setBaseFee(DEAR);
        miner.goOn();
    }
}
