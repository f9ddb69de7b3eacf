package dev.offramp.chains.simulated;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.CoinSenderContract;
import dev.offramp.chains.CoinSenderDriver;
import dev.offramp.chains.Payment;
import dev.offramp.chains.Signer;
import dev.offramp.chains.TxHash;
import dev.offramp.db.TestDatabase;
import dev.offramp.keys.TestKeys;
import dev.offramp.tenancy.Environment;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SimulatedSenderContractTest extends CoinSenderContract {

    private static TestDatabase test;

    @BeforeAll
    static void openDatabase() {
        test = TestDatabase.create();
    }

    @AfterAll
    static void closeDatabase() {
        test.close();
    }

    @Override
    protected CoinSenderDriver open() {
        return new Driver(new Sandbox(test));
    }

    private static final class Driver implements CoinSenderDriver {

        private static final Network NETWORK = Network.ETHEREUM;
        private static final Address USDT = new Address("USDT_ETH_TEST5_WFZR");

        private final Signer signer = TestKeys.create()
                .hotWallet(Environment.DEVELOPMENT, NETWORK.family())
                .orElseThrow();
        private final Sandbox sandbox;
        private int addresses;

        Driver(Sandbox sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        public CoinSender sender() {
            return sandbox.chains.sender(NETWORK, signer);
        }

        @Override
        public CoinSender again() {
            return sandbox.join(test.database()).sender(NETWORK, signer);
        }

        @Override
        public Payment payment(long units) {
            String address = "0x%040d".formatted(++addresses);
            return new Payment(Optional.of(USDT), new Address(address), BigInteger.valueOf(units));
        }

        @Override
        public Payment failing() {
            Address dead = new Address("0x000000000000000000000000000000000000dEaD");
            return new Payment(Optional.of(USDT), dead, BigInteger.ONE);
        }

        @Override
        public BigInteger received(Payment payment) {
            return sandbox.transfers(NETWORK).stream()
                    .filter(transfer -> transfer.recipient().equals(payment.recipient())
                            && transfer.contract().equals(payment.contract()))
                    .map(transfer -> transfer.units())
                    .reduce(BigInteger.ZERO, BigInteger::add);
        }

        @Override
        public void mine(int blocks) {
            sandbox.chains.mine(blocks);
        }

        @Override
        public void reorg(int depth) {
            sandbox.chains.reorg(NETWORK, depth, new Fate.Dropped());
            sandbox.chains.mine(1);
        }

        @Override
        public void forget(TxHash waiting) {
            sandbox.chains.drop(waiting);
        }

        @Override
        public void close() {
            // The next test empties the database.
        }
    }
}
