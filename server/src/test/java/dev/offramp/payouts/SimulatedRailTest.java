package dev.offramp.payouts;

import dev.offramp.db.ManualClock;
import dev.offramp.db.TestDatabase;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.simulated.SimulatedRail;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The simulated rail under the suite of all rails; its script has its own test.
class SimulatedRailTest implements RailContract {

    private final ManualClock clock = new ManualClock();
    private TestDatabase test;
    private SimulatedRail rail;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        rail = SimulatedRail.create(test.database(), clock);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Override
    public Rail rail() {
        return rail;
    }

    @Override
    public Rail.Order payable(String reference) {
        return RailContract.order(reference, "0123456789");
    }

    @Override
    public Rail.Order refused(String reference) {
        return RailContract.order(reference, "0123450001");
    }

    @Override
    public void letTimePass() {
        clock.advance(Duration.ofSeconds(1));
    }

    @Override
    public long unitsPaid() {
        return rail.paid()
                .getOrDefault(Fiat.NGN.asset(), Money.zero(Fiat.NGN.asset()))
                .units()
                .longValueExact();
    }
}
