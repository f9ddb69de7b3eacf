package dev.offramp.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.chains.Address;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Outage;
import dev.offramp.db.TestDatabase;
import dev.offramp.db.Trouble;
import dev.offramp.facts.Facts;
import dev.offramp.facts.NewFact;
import dev.offramp.money.AssetCode;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.traces.ToldSpans;
import dev.offramp.wallets.AddressCreated;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.VaultId;
import dev.offramp.wallets.WalletId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JourneysTest {

    private final ManualClock clock = new ManualClock();
    private final ObjectIds ids = new ObjectIds(clock, new Random(1));
    private final Outage outage = new Outage();
    private final TestDatabase test = TestDatabase.create(outage);
    private final Database db = test.database();
    private final Facts facts = Facts.create(db, ids, TestServerKey.create());
    private final ToldSpans told = new ToldSpans();

    @AfterEach
    void close() {
        test.close();
    }

    private void createAddress() {
        ObjectId wallet = ids.next();
        AddressCreated body = new AddressCreated(
                new WalletId(wallet),
                new Address("anywhere"),
                new AssetCode("SOL_USDC_JKVK"),
                new Label("ada"),
                new VaultId(1));
        Tenant tenant = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
        db.run(tx -> facts.write(tx, List.of(new NewFact(tenant, wallet, 1, clock.instant(), body))));
        facts.sequence(10);
    }

    /// Else it would be told twice: its reader has not passed it.
    @Test
    void tellNothingThatIsNotCommitted() {
        Journeys journeys = Journeys.begin(facts, told);
        createAddress();

        outage.begin();
        assertThatThrownBy(journeys::runOnce).isInstanceOf(Trouble.class);
        assertThat(told.all()).isEmpty();

        outage.end();
        journeys.runOnce();
        journeys.runOnce();
        assertThat(told.named("address created")).hasSize(1);
        assertThat(told.named("address")).hasSize(1);
    }
}
