package dev.offramp.dashboard.rates;

import dev.offramp.dashboard.part.Ages;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.rates.Quote;
import dev.offramp.rates.QuotedPair;
import dev.offramp.rates.QuotedPair.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A pair in a line.
record RateLine(QuotedPair quoted, Instant now) {

    /// A rate that ends so soon wants the next one.
    private static final Duration SOON = Duration.ofMinutes(30);

    String pair() {
        return quoted.pair().toString();
    }

    String path() {
        return ShowRates.PATH + "/" + quoted.pair().base() + "/"
                + quoted.pair().quote().name();
    }

    Optional<Quote> quote() {
        return switch (quoted.standing()) {
            case Standing.Fresh fresh -> Optional.of(fresh.quote());
            case Standing.Expired expired -> Optional.of(expired.quote());
            case Standing.Withdrawn withdrawn -> Optional.of(withdrawn.quote());
            case Standing.Missing _ -> Optional.empty();
        };
    }

    String rate() {
        return quote().map(its -> Figures.number(its.rate().value())).orElse("none");
    }

    String source() {
        return quote().map(Quote::source).orElse("none");
    }

    String age() {
        return quote().map(its -> Ages.since(its.at(), now)).orElse("");
    }

    String more() {
        return switch (quoted.standing()) {
            case Standing.Fresh(Quote _, Optional<Instant> until) ->
                until.map(at -> "for " + Ages.words(Duration.between(now, at))).orElse("for ever");
            case Standing.Expired(Quote _, Instant since) -> Ages.since(since, now);
            case Standing.Withdrawn(Quote _, String by, Instant at) -> Ages.since(at, now) + ", by " + by;
            case Standing.Missing _ -> "";
        };
    }

    Badge badge() {
        return switch (quoted.standing()) {
            case Standing.Fresh(Quote _, Optional<Instant> until)
            when until.filter(at -> at.isBefore(now.plus(SOON))).isPresent() -> Badge.waiting("Ends soon");
            case Standing.Fresh _ -> Badge.good("In use");
            case Standing.Expired _ -> Badge.bad("Expired");
            case Standing.Withdrawn _ -> Badge.bad("Withdrawn");
            case Standing.Missing _ -> Badge.waiting("Missing");
        };
    }

    boolean isUsable() {
        return quoted.isUsable();
    }
}
