package dev.offramp.chains.simulated;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.Chain;
import dev.offramp.chains.ChainContract;
import dev.offramp.chains.ChainDriver;
import dev.offramp.chains.TxHash;
import dev.offramp.db.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SimulatedChainContractTest extends ChainContract {

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
    protected ChainDriver open() {
        return new Driver(new Sandbox(test));
    }

    private static final class Driver implements ChainDriver {

        private static final Network NETWORK = Network.TRON;
        private final Sandbox sandbox;
        private int addresses;

        Driver(Sandbox sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        public Chain chain() {
            return sandbox.chain(NETWORK);
        }

        @Override
        public Asset coin() {
            return Sandbox.asset(NETWORK, "TRX_TEST", "TRX", Optional.empty());
        }

        @Override
        public Asset token() {
            return Sandbox.asset(NETWORK, "USDT_TRX_TEST2", "USDT", Optional.of("USDT_TRX_TEST2"));
        }

        @Override
        public Address newAddress() {
            return new Address("T-recipient-" + ++addresses);
        }

        @Override
        public TxHash send(List<Payment> payments) {
            return sandbox.chains.send(transaction(payments));
        }

        @Override
        public TxHash sendFailing(Payment payment) {
            return sandbox.chains.send(transaction(List.of(payment)).failing());
        }

        @Override
        public void mine(int blocks) {
            sandbox.chains.mine(blocks);
        }

        @Override
        public void reorg(int depth, Set<TxHash> kept) {
            sandbox.chains.reorg(NETWORK, depth, tx -> kept.contains(tx) ? new Fate.Moved() : new Fate.Dropped());
            sandbox.chains.mine(1);
        }

        @Override
        public void close() {
            // The next test empties the database.
        }

        private static NewTransaction transaction(List<Payment> payments) {
            return NewTransaction.paying(
                    NETWORK,
                    payments.stream()
                            .map(payment -> Output.of(payment.recipient(), payment.asset(), payment.units()))
                            .toList());
        }
    }
}
