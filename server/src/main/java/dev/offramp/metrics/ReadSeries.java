package dev.offramp.metrics;

import dev.offramp.chains.ChainId;
import dev.offramp.deposits.ChainState;
import dev.offramp.health.Standing;
import dev.offramp.health.State;
import dev.offramp.jobs.JobCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The series of what the database said. Ages are those of the moment of the scrape.
///
/// @param followed the chains that are followed here
record ReadSeries(Readings readings, Collection<ChainId> followed, Instant now) {

    private static final String ENVIRONMENT = "environment";
    private static final String NETWORK = "network";
    private static final String KIND = "kind";

    List<Family> families() {
        List<Family> all = new ArrayList<>();
        all.addAll(components());
        all.addAll(chains());
        all.addAll(new RailSeries(readings.rails(), now).families());
        all.addAll(jobs());
        all.addAll(webhooks());
        all.addAll(facts());
        all.addAll(decisions());
        all.addAll(books());
        return all;
    }

    private List<Family> components() {
        Family operational = Family.gauge(
                "offramp_component_operational", "Whether a component of the status page is operational.", "component");
        Family down =
                Family.gauge("offramp_component_down", "Whether a component of the status page is down.", "component");
        for (Standing standing : readings.standings()) {
            String code = standing.component().code();
            operational.add(standing.state() == State.OPERATIONAL, code);
            down.add(standing.state() == State.DOWN, code);
        }
        Family measured = Family.gauge(
                "offramp_components_measured_age_seconds", "How long ago the components were last measured.");
        readings.standings().stream()
                .map(Standing::measuredAt)
                .max(Comparator.naturalOrder())
                .ifPresent(at -> measured.age(at, now));
        return List.of(operational, down, measured);
    }

    private List<Family> chains() {
        Family read = chain("offramp_chain_read_height", "Height of the block that was read last.");
        Family tip = chain("offramp_chain_tip_height", "Height of the tip, as a node last said.");
        Family behind = chain(
                "offramp_chain_behind_seconds", "How long ago a block was last read, while there are more; else 0.");
        Family look = chain("offramp_chain_look_age_seconds", "How long ago a node last answered.");
        Family paused = chain("offramp_chain_paused", "Whether the chain is paused, by incidents or by hand.");
        for (ChainState state : readings.chains()) {
            String[] labels = labels(state.chain());
            paused.add(state.isPaused(), labels);
            state.read().ifPresent(its -> read.add(its.block().height(), labels));
            state.look().ifPresent(its -> {
                tip.add(its.tip(), labels);
                look.age(its.at(), now, labels);
            });
            state.lag().ifPresent(lag -> {
                Instant movedAt = state.read().orElseThrow().movedAt();
                behind.age(lag > 0 ? movedAt : now, now, labels);
            });
        }
        return List.of(read, tip, behind, look, paused);
    }

    private static Family chain(String name, String help) {
        return Family.gauge(name, help, ENVIRONMENT, NETWORK);
    }

    private static String[] labels(ChainId chain) {
        return new String[] {chain.environment().code(), chain.network().code()};
    }

    private List<Family> jobs() {
        Family due = Family.gauge("offramp_jobs_due", "Jobs to be claimed now.", KIND);
        Family running = Family.gauge("offramp_jobs_running", "Jobs that somebody has claimed.", KIND);
        Family troubled = Family.gauge(
                "offramp_jobs_troubled", "Jobs that something went wrong with, among all the others.", KIND);
        Family oldest = Family.gauge(
                "offramp_jobs_oldest_due_age_seconds", "How long the oldest job has been due; 0 when none is.", KIND);
        for (JobCount count : readings.jobs()) {
            String kind = count.kind().value();
            due.add(count.due(), kind);
            running.add(count.running(), kind);
            troubled.add(count.troubled(), kind);
            oldest.age(count.oldestDue().orElse(now), now, kind);
        }
        return List.of(due, running, troubled, oldest);
    }

    private List<Family> webhooks() {
        return List.of(
                Family.gauge(
                                "offramp_webhooks_oldest_due_age_seconds",
                                "How long a delivery has been due, to endpoints that answer; 0 when none is.")
                        .age(readings.deliveryDue().orElse(now), now),
                Family.gauge("offramp_webhook_endpoints_disabled", "Endpoints that get nothing until they are enabled.")
                        .add(readings.disabledEndpoints()));
    }

    private List<Family> facts() {
        Family behind = Family.gauge(
                "offramp_fact_reader_behind", "Numbered facts that a reader has not passed yet.", "reader");
        readings.facts().behind().forEach((reader, count) -> behind.add(count, reader));
        return List.of(
                Family.gauge("offramp_facts_unnumbered", "Facts that are not numbered yet, up to 10000.")
                        .add(readings.facts().unnumbered()),
                behind);
    }

    /// What waits for people.
    private List<Family> decisions() {
        Family late =
                chain("offramp_withdrawals_unsigned_late", "Whether withdrawals have waited ten minutes to be signed.");
        followed.forEach(chain -> late.add(readings.late().contains(chain), labels(chain)));
        return List.of(
                Family.gauge("offramp_deposits_flagged", "Flagged deposits that wait for an operator.")
                        .add(readings.flagged()),
                Family.gauge("offramp_incidents_open", "Booked deposits that left their chain, undecided.")
                        .add(readings.incidents()),
                late);
    }

    private List<Family> books() {
        Family sound = Family.gauge("offramp_reconciliation_sound", "Whether the last reconciliation found no fault.");
        Family age = Family.gauge("offramp_reconciliation_age_seconds", "How long ago the last reconciliation ended.");
        readings.reconciliation().ifPresent(run -> {
            sound.add(run.isSound());
            age.age(run.endedAt(), now);
        });
        return List.of(
                sound,
                age,
                Family.gauge("offramp_audit_log_entries", "Entries of the audit log; never fewer than before.")
                        .add(readings.trailEntries()));
    }
}
