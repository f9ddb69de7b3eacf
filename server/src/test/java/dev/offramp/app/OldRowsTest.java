package dev.offramp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.CommitPoints;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.Destination;
import dev.offramp.destinations.Destinations;
import dev.offramp.facts.Fact;
import dev.offramp.facts.FactBody;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Jobs;
import dev.offramp.ledger.Ledger;
import dev.offramp.lists.ListQuery;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.Payouts;
import dev.offramp.payouts.Rails;
import dev.offramp.payouts.SavedBank;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.payouts.SavedBanks.Addition;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.WalletId;
import dev.offramp.webhooks.DeliveryRecord;
import dev.offramp.webhooks.RecordId;
import dev.offramp.webhooks.ScriptedClient;
import dev.offramp.webhooks.Webhooks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A database that an earlier version has filled, and the first start of this one.
class OldRowsTest {

    private static final String NUMBER = "7305519284";
    private static final String HOLDER = "QUIRINUS OKONJO-VANTERPOOL";
    private static final int PAYOUTS = 9_000;
    private static final int FACTS = 9_000;

    /// With the wallet that has no bank and the attempt without an answer, which hold nothing.
    private static final int CLEAR_ROWS = PAYOUTS + FACTS + 7;

    private static final ObjectId ID = new ObjectId("66f0a1b2c3d4e5f607182930");

    private static final String FILL = """
            INSERT INTO wallet (id, integration, environment, asset, label, vault, family, address, created_at,
                                fact_sequence)
            VALUES (:id, :id, 'development', 'SOL_USDC_JKVK', 'ada', 1, 'solana', 'a', now(), 1),
                   (lpad('2', 24, '0'), :id, 'development', 'SOL_USDC_JKVK', 'ben', 2, 'solana', 'b', now(), 1);
            INSERT INTO wallet_bank (wallet, auto_settlement, bank_id, bank_name, account_number, account_name, currency,
                                     updated_at)
            VALUES (:id, true, '25', 'OPay', :number, :holder, 'ngn', now()),
                   (lpad('2', 24, '0'), true, NULL, NULL, NULL, NULL, NULL, now());
            INSERT INTO business_destination (integration, environment, kind, bank_id, bank_name, account_number,
                                              account_name, currency, updated_at)
            VALUES (:id, 'development', 'bank', '25', 'OPay', :number, :holder, 'ngn', now());
            INSERT INTO saved_bank (id, integration, environment, bank_id, bank_name, account_number, account_name,
                                    currency, created_at)
            VALUES (:id, :id, 'development', '25', 'OPay', :number, :holder, 'ngn', now());
            INSERT INTO payout (id, reference, integration, environment, saved_bank, external_id, currency, amount, fee,
                                bank_id, bank_name, account_number, account_name, status, acknowledged, sequence,
                                created_at, updated_at)
            SELECT lpad(n::text, 24, '0'), 'po' || n, :id, 'development', :id, 'x' || n, 'ngn', 10000, 5000,
                   '25', 'OPay', :number, :holder, 'completed', false, 1, now(), now()
            FROM generate_series(1, :payouts) AS n;
            INSERT INTO fact (position, id, kind, integration, environment, subject, sequence, at, snapshot)
            SELECT n, lpad(n::text, 24, '0'), 'Told', :id, 'development', lpad(n::text, 24, '0'), 1, now(),
                   json_build_object('number', :number, 'holder', :holder || ' ' || n)
            FROM generate_series(1, :facts) AS n;
            INSERT INTO fact_inbox (id, kind, integration, environment, subject, sequence, at, snapshot)
            VALUES (:id, 'Told', :id, 'development', :id, 1, now(),
                    json_build_object('number', :number, 'holder', :holder));
            UPDATE fact_sequencer SET last_position = :facts;
            INSERT INTO webhook_record (id, integration, environment, endpoint, reference, event_type, event_id, event_at,
                                        sequence, url, body, status, attempts_count, last_attempt_at, expire_at,
                                        created_at, updated_at)
            VALUES (:id, :id, 'development', :id, :id, 'withdrawal.completed', :id, now(), 1, 'http://x/',
                    convert_to(:number, 'UTF8'), 'failed', 2, now(), now(), now(), now());
            INSERT INTO webhook_attempt (record, n, attempted_at, response_status, response_body, error)
            VALUES (:id, 1, now(), 500, 'no ' || :number, NULL), (:id, 2, now(), NULL, NULL, 'timed out');
            INSERT INTO kept_answer (id, integration, environment, key, fingerprint, status, body, kept_at)
            VALUES (:id, :id, 'development', 'k', sha256('x'), 200, convert_to(:number, 'UTF8'), now())
            """;

    record Told(String number, String holder) implements FactBody {}

    private final ServerKey key = TestServerKey.create();
    private final ManualClock clock = new ManualClock();
    private final ObjectIds ids = new ObjectIds(clock, new Random(5));
    private final Tenant tenant = new Tenant(new IntegrationId(ID), Environment.DEVELOPMENT);
    private final BankAccount account = new BankAccount("25", "OPay", NUMBER, HOLDER, Fiat.NGN, Optional.empty());
    private final TestDatabase test = TestDatabase.create();
    private Database db;
    private SavedBanks savedBanks;

    @BeforeEach
    void startAfterAnEarlierVersion() {
        test.database().run(tx -> tx.sql().execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public"));
        Flyway.configure()
                .dataSource(test.address().jdbcUrl(), null, null)
                .target("189?")
                .load()
                .migrate();
        fill();
        db = Database.open(test.address(), 4);
        savedBanks = SavedBanks.create(db, clock, ids, key);
    }

    private void fill() {
        try (Database earlier = Database.join(test.address(), 1, CommitPoints.NONE)) {
            earlier.run(tx -> {
                for (String statement : FILL.split(";\n")) {
                    tx.sql()
                            .createUpdate(statement)
                            .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                            .bind("id", ID.value())
                            .bind("number", NUMBER)
                            .bind("holder", HOLDER)
                            .bind("payouts", PAYOUTS)
                            .bind("facts", FACTS)
                            .execute();
                }
            });
        }
    }

    @AfterEach
    void close() {
        db.close();
        test.close();
    }

    @Test
    void areSealedByWhicheverProcessStartsAndReadAsBefore() {
        assertThat(Traces.of(db, NUMBER)).hasSize(9);
        List<CompletableFuture<Long>> processes = IntStream.range(0, 2)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> OldRows.seal(db, key, savedBanks)))
                .toList();

        assertThat(processes.stream().mapToLong(CompletableFuture::join).sum()).isEqualTo(CLEAR_ROWS);
        assertThat(OldRows.seal(db, key, savedBanks)).isZero();
        assertThat(Traces.of(db, NUMBER)).isEmpty();
        assertThat(Traces.of(db, HOLDER)).isEmpty();
        theAccountsAreThere();
        theFactsAreThere();
        theDeliveryAndTheAnswerAreThere();
    }

    private void theAccountsAreThere() {
        Destinations destinations = Destinations.create(db, clock, key);
        WalletId wallet = new WalletId(ID);
        SavedBank saved = db.view(tx -> savedBanks.list().page(tx, tenant, ListQuery.page(1, 10)))
                .items()
                .getFirst();
        assertThat(saved.account()).isEqualTo(account);
        Addition again = db.transact(tx -> savedBanks.add(tx, tenant, account));
        assertThat(again).isEqualTo(new Addition.AlreadyExists());
        assertThat(destinations.of(List.of(wallet)).get(wallet).bank()).isEqualTo(account);
        Map<Tenant, Destination> business = db.transact(tx -> destinations.businessWide(tx, List.of(tenant)));
        assertThat(business).isEqualTo(Map.of(tenant, new Destination.Bank(account)));
        Ledger ledger = Ledger.create(db, clock);
        Payouts.Uses uses = new Payouts.Uses(ledger, Facts.create(db, ids, key), Jobs.create(db, clock));
        Payouts payouts = Payouts.create(db, clock, ids, key, uses, Rails.none());
        for (String name : List.of("x1", "x" + PAYOUTS)) {
            assertThat(payouts.find(tenant, name).orElseThrow().account()).isEqualTo(account);
        }
    }

    private void theFactsAreThere() {
        Facts facts = Facts.create(db, ids, key);
        facts.sequence(10);
        List<Told> told = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = facts.follow("reader", Set.of(Told.class), 1000, (tx, some) -> {
                for (Fact fact : some) {
                    told.add(facts.body(fact, Told.class));
                }
            });
        }
        assertThat(told)
                .hasSize(FACTS + 1)
                .startsWith(new Told(NUMBER, HOLDER + " 1"))
                .endsWith(new Told(NUMBER, HOLDER));
    }

    private void theDeliveryAndTheAnswerAreThere() {
        try (Webhooks webhooks = Webhooks.create(
                db,
                key,
                clock,
                new Random(7),
                new Webhooks.Calling(new ScriptedClient(), Runnable::run, Set.of(), dev.offramp.traces.Traces.NONE))) {
            DeliveryRecord record = webhooks.record(tenant, new RecordId(ID)).orElseThrow();
            assertThat(record.event().body()).isEqualTo(NUMBER.getBytes(StandardCharsets.UTF_8));
            assertThat(record.attempts())
                    .extracting(DeliveryRecord.Attempt::result)
                    .containsExactly(
                            new DeliveryRecord.Result.Answered(500, "no " + NUMBER),
                            new DeliveryRecord.Result.Unanswered("timed out"));
        }
        byte[] kept = db.transact(tx -> tx.sql()
                .createQuery("SELECT sealed_body FROM kept_answer")
                .mapTo(byte[].class)
                .one());
        assertThat(key.openRow(Purpose.KEPT_ANSWER, ID.value(), kept))
                .asString()
                .isEqualTo(NUMBER);
    }

    @Test
    void areTheLastOfTheirKindWhoeverWrites() {
        assertThatThrownBy(() -> db.run(tx -> tx.sql()
                        .execute(
                                "INSERT INTO fact (position, id, kind, integration, environment, subject, sequence, at,"
                                        + " snapshot) SELECT 0, id, kind, integration, environment, id, 2, at, snapshot"
                                        + " FROM fact WHERE position = 1")))
                .hasMessageContaining("fact_sealed");
    }
}
