package dev.offramp.metrics;

import dev.offramp.payouts.RailState;
import java.time.Instant;
import java.util.List;

/// The series of rails and of the payouts on them.
record RailSeries(List<RailState> rails, Instant now) {

    private static final String ENVIRONMENT = "environment";
    private static final String CURRENCY = "currency";

    List<Family> families() {
        Family up = rail("offramp_rail_up", "Whether the rail answered the last call.");
        Family answered = rail("offramp_rail_answer_age_seconds", "How long ago the rail last answered.");
        Family open =
                Family.gauge("offramp_payouts_open", "Payouts that have not ended.", ENVIRONMENT, CURRENCY, "state");
        Family oldest = rail(
                "offramp_payouts_oldest_open_age_seconds",
                "How long ago the oldest payout was placed that has not ended; 0 when all have.");
        for (RailState rail : rails) {
            String[] labels = {rail.environment().code(), rail.currencyCode()};
            up.add(!rail.isInTrouble(), labels);
            rail.answeredAt().ifPresent(at -> answered.age(at, now, labels));
            addStates(open, rail.open(), labels);
            oldest.age(rail.open().oldest().orElse(now), now, labels);
        }
        return List.of(up, answered, open, oldest);
    }

    private static Family rail(String name, String help) {
        return Family.gauge(name, help, ENVIRONMENT, CURRENCY);
    }

    private static void addStates(Family open, RailState.Open counts, String[] rail) {
        open.add(counts.placed(), rail[0], rail[1], "placed")
                .add(counts.submitting(), rail[0], rail[1], "submitting")
                .add(counts.unacknowledged(), rail[0], rail[1], "unacknowledged")
                .add(counts.acknowledged(), rail[0], rail[1], "acknowledged");
    }
}
