package dev.offramp.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.chains.ChainId;
import dev.offramp.db.Trouble;
import dev.offramp.jobs.Loops;
import dev.offramp.jobs.Step;
import dev.offramp.tenancy.Environment;
import dev.offramp.wallets.Wallet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What is measured, after what has happened.
class SeriesTest {

    private static final String[] SOLANA = {"environment=development", "network=solana"};
    private static final String[] NAIRA = {"environment=development", "currency=ngn"};

    private final Measured measured = new Measured();

    @AfterEach
    void close() {
        measured.close();
    }

    @Test
    void countsRequestsByFaceAndStatusAndHowLongTheyTook() {
        measured.metrics.watch().answered("api", 200, Duration.ofMillis(3));
        measured.metrics.watch().answered("api", 201, Duration.ofMillis(300));
        measured.metrics.watch().answered("api", 429, Duration.ofMillis(1));
        measured.metrics.watch().answered("dashboard", 200, Duration.ofSeconds(3));
        measured.metrics.watch().answered("dashboard", 200, Duration.ofSeconds(-3));

        Exposition scrape = measured.scrape();

        assertThat(scrape.value("offramp_requests_total", "face=api", "status=429"))
                .isEqualTo(1);
        assertThat(scrape.value("offramp_requests_total", "face=dashboard", "status=200"))
                .isEqualTo(2);
        String[] good = {"face=api", "status_class=2xx"};
        assertThat(scrape.value("offramp_request_seconds_count", good)).isEqualTo(2);
        assertThat(scrape.value("offramp_request_seconds_sum", good)).isEqualTo(0.303);
        assertThat(scrape.value("offramp_request_seconds_bucket", "face=api", "status_class=2xx", "le=0.005"))
                .isEqualTo(1);
        assertThat(scrape.value("offramp_request_seconds_bucket", "face=api", "status_class=2xx", "le=0.5"))
                .isEqualTo(2);
        assertThat(scrape.value("offramp_request_seconds_bucket", "face=dashboard", "status_class=2xx", "le=2.5"))
                .isEqualTo(1);
        assertThat(scrape.value("offramp_request_seconds_bucket", "face=dashboard", "status_class=2xx", "le=+Inf"))
                .isEqualTo(2);
    }

    @Test
    void countsWhatIsUnderWayAndWhatIsTooMuch() {
        measured.metrics.watch().began();
        measured.metrics.watch().began();
        measured.metrics.watch().ended();
        measured.metrics.watch().turnedAway();
        measured.metrics.watch().givenUp();

        Exposition scrape = measured.scrape();

        assertThat(scrape.value("offramp_requests_under_way")).isEqualTo(1);
        assertThat(scrape.value("offramp_requests_under_way_max")).isEqualTo(Measured.REQUESTS_MAX);
        assertThat(scrape.value("offramp_requests_turned_away_total")).isEqualTo(1);
        assertThat(scrape.value("offramp_requests_given_up_total")).isEqualTo(1);
    }

    @Test
    void countsLinesOfTheLogBeforeAnybodyAsks() {
        double before = measured.scrape().value("offramp_log_lines_total", "level=error");
        LoggerFactory.getLogger("dev.offramp.metrics.Nobody").error("a line of a test");

        assertThat(measured.scrape().value("offramp_log_lines_total", "level=error"))
                .isEqualTo(before + 1);
    }

    @Test
    void countsTurnsOfALoopAndThoseThatFail() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        Step step = new Step() {
            private int turns;

            @Override
            public String name() {
                return "deposits.watch";
            }

            @Override
            public boolean runOnce() {
                turns++;
                if (turns == 2) {
                    failed.countDown();
                    throw new Trouble("the node is away", Duration.ofHours(1));
                }
                return true;
            }
        };
        try (Loops loops = new Loops(measured.loopBook)) {
            loops.start(step, Duration.ofHours(1));
            assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();
        }
        measured.stage.clock.advance(Duration.ofSeconds(90));

        Exposition scrape = measured.scrape();

        assertThat(scrape.value("offramp_loop_turns_total", "loop=deposits.watch"))
                .isEqualTo(2);
        assertThat(scrape.value("offramp_loop_failures_total", "loop=deposits.watch"))
                .isEqualTo(1);
        assertThat(scrape.value("offramp_loop_success_age_seconds", "loop=deposits.watch"))
                .isEqualTo(90);
    }

    @Test
    void measuresTheMachineAndTheConnections() {
        Exposition scrape = measured.scrape();

        assertThat(scrape.names())
                .contains(
                        "jvm_memory_used_bytes",
                        "jvm_memory_max_bytes",
                        "jvm_gc_max_data_size_bytes",
                        "jvm_threads_live_threads",
                        "process_files_open_files",
                        "process_files_max_files",
                        "process_uptime_seconds",
                        "process_cpu_usage",
                        "system_cpu_count");
        assertThat(scrape.value("offramp_database_connections_max")).isEqualTo(4);
        assertThat(scrape.value("offramp_database_connections_waiting")).isZero();
        assertThat(scrape.has("offramp_database_connections", "state=busy")).isTrue();
        assertThat(scrape.has("offramp_database_connections", "state=idle")).isTrue();
    }

    @Test
    void saysHowComponentsStand() {
        measured.pass(1);
        assertThat(measured.scrape().value("offramp_component_operational", "component=sandbox.payouts.ngn"))
                .isEqualTo(1);

        measured.stage.rail.goAway();
        for (int i = 0; i < 5; i++) {
            measured.stage.clock.advance(Duration.ofSeconds(15));
            measured.pass(1);
        }

        Exposition scrape = measured.scrape();
        assertThat(scrape.value("offramp_component_operational", "component=sandbox.payouts.ngn"))
                .isZero();
        assertThat(scrape.value("offramp_component_down", "component=sandbox.payouts.ngn"))
                .isEqualTo(1);
        assertThat(scrape.value("offramp_component_down", "component=rates")).isZero();
        assertThat(scrape.value("offramp_components_measured_age_seconds")).isZero();
        assertThat(scrape.value("offramp_rail_up", NAIRA)).isZero();
        assertThat(scrape.value("offramp_rail_answer_age_seconds", NAIRA)).isGreaterThan(60);
    }

    @Test
    void saysHowAChainIsFollowedAndThatItIsPaused() {
        measured.pass(2);
        Exposition before = measured.scrape();
        assertThat(before.value("offramp_chain_paused", SOLANA)).isZero();
        assertThat(before.value("offramp_chain_read_height", SOLANA)).isEqualTo(2);
        assertThat(before.value("offramp_chain_tip_height", SOLANA)).isPositive();
        assertThat(before.value("offramp_chain_look_age_seconds", SOLANA)).isLessThan(10);
        assertThat(before.value("offramp_chain_behind_seconds", SOLANA)).isZero();

        ChainId solana = new ChainId(Environment.DEVELOPMENT, Network.SOLANA);
        measured.stage
                .database
                .database()
                .run(tx -> measured.stage.platform.deposits().pause(tx, solana, "node is replaced", "ada"));
        measured.pass(20);

        Exposition paused = measured.scrape();
        assertThat(paused.value("offramp_chain_paused", SOLANA)).isEqualTo(1);
        assertThat(paused.value("offramp_chain_read_height", SOLANA)).isEqualTo(2);
        assertThat(paused.value("offramp_chain_tip_height", SOLANA)).isGreaterThan(10);
        assertThat(paused.value("offramp_chain_behind_seconds", SOLANA)).isGreaterThanOrEqualTo(20);
    }

    @Test
    void countsDepositsThatWaitForAnOperator() {
        assertThat(measured.scrape().value("offramp_deposits_flagged")).isZero();

        measured.stage.mock(measured.stage.wallet("small"), "0.5");
        measured.pass(4);
        measured.forget();

        Exposition scrape = measured.scrape();
        assertThat(scrape.value("offramp_deposits_flagged")).isEqualTo(1);
        assertThat(scrape.value("offramp_incidents_open")).isZero();
        assertThat(scrape.value("offramp_withdrawals_unsigned_late", SOLANA)).isZero();
    }

    @Test
    void countsPayoutsThatAreUnderWayAndTheirJobs() {
        measured.stage.rail.goAway();
        measured.stage.mock(measured.stage.settlingWallet("ada", "0123456789"), "100");
        measured.pass(6);
        measured.stage.clock.advance(Duration.ofSeconds(20));

        Exposition scrape = measured.scrape();
        double open = 0;
        for (String state : List.of("placed", "submitting", "unacknowledged", "acknowledged")) {
            open += scrape.value("offramp_payouts_open", NAIRA[0], NAIRA[1], "state=" + state);
        }
        assertThat(open).isEqualTo(1);
        assertThat(scrape.value("offramp_payouts_oldest_open_age_seconds", NAIRA))
                .isGreaterThanOrEqualTo(20);
        assertThat(scrape.names())
                .contains(
                        "offramp_jobs_due",
                        "offramp_jobs_running",
                        "offramp_jobs_troubled",
                        "offramp_jobs_oldest_due_age_seconds");
    }

    @Test
    void saysHowFarFactsAndWebhooksAreBehind() {
        measured.pass(2);
        Exposition before = measured.scrape();
        assertThat(before.value("offramp_facts_unnumbered")).isZero();
        assertThat(before.value("offramp_fact_reader_behind", "reader=figures")).isZero();
        assertThat(before.value("offramp_webhook_endpoints_disabled")).isZero();
        assertThat(before.value("offramp_webhooks_oldest_due_age_seconds")).isZero();

        measured.stage.wallet("one more");
        var webhooks = measured.stage.platform.webhooks();
        var endpoint = webhooks.endpoints(measured.stage.tenant).getFirst().id();
        measured.stage.database.database().run(tx -> webhooks.disable(tx, measured.stage.tenant, endpoint, "a test"));
        measured.forget();

        Exposition scrape = measured.scrape();
        assertThat(scrape.value("offramp_facts_unnumbered")).isEqualTo(1);
        assertThat(scrape.value("offramp_webhook_endpoints_disabled")).isEqualTo(1);

        measured.stage.platform.facts().sequence(10);
        measured.forget();
        assertThat(measured.scrape().value("offramp_fact_reader_behind", "reader=figures"))
                .isEqualTo(1);
    }

    @Test
    void saysWhetherTheBooksWereRightAndWhen() {
        measured.pass(1);
        assertThat(measured.scrape().has("offramp_reconciliation_sound")).isFalse();

        reconcile();
        measured.stage.clock.advance(Duration.ofHours(1));

        Exposition scrape = measured.scrape();
        assertThat(scrape.value("offramp_reconciliation_sound")).isEqualTo(1);
        assertThat(scrape.value("offramp_reconciliation_age_seconds")).isEqualTo(3600);
        assertThat(scrape.value("offramp_audit_log_entries")).isGreaterThanOrEqualTo(0);
    }

    private void reconcile() {
        measured.stage.database.database().run(measured.reconciliations::want);
        measured.reconciliations.step(measured.stage.reconciliation()).runOnce();
    }

    @Test
    void answersWithoutTheDatabaseAndShowsNothingOld() {
        measured.pass(1);
        assertThat(measured.scrape().value("offramp_database_up")).isEqualTo(1);

        measured.outage.begin();
        measured.forget();
        Exposition away = measured.scrape();
        assertThat(away.value("offramp_database_up")).isZero();
        assertThat(away.names())
                .doesNotContain("offramp_chain_paused", "offramp_deposits_flagged", "offramp_component_operational")
                .contains("offramp_requests_under_way", "jvm_memory_used_bytes", "offramp_log_lines_total");

        measured.outage.end();
        measured.forget();
        Exposition back = measured.scrape();
        assertThat(back.value("offramp_database_up")).isEqualTo(1);
        assertThat(back.names()).contains("offramp_chain_paused");
    }

    @Test
    void asksTheDatabaseEveryFiveSecondsAtMost() {
        measured.pass(1);
        measured.scrape();
        measured.outage.begin();
        measured.stage.clock.advance(Duration.ofSeconds(5));

        assertThat(measured.scrape().value("offramp_database_up")).isEqualTo(1);
    }

    @Test
    void namesNoTenantAddressAmountOrId() {
        List<String> secrets = new ArrayList<>();
        Wallet wallet = measured.stage.settlingWallet("customer-of-ours", "0123456789");
        String deposit = measured.stage.mock(wallet, "123.45").toString();
        measured.stage.mock(measured.stage.wallet("another-customer"), "0.5");
        measured.pass(8);
        measured.forget();
        secrets.add(measured.stage.tenant.integration().toString());
        secrets.addAll(List.of(deposit, wallet.id().toString(), wallet.address().value()));
        secrets.addAll(List.of("customer", "123.45", "0123456789", Measured.TOKEN, "127.0.0.1"));

        String text = measured.text();

        assertThat(secrets).allSatisfy(secret -> assertThat(text).doesNotContain(secret));
        assertThat(text).doesNotContainPattern("[0-9a-f]{24}");
    }
}
