package dev.offramp.dashboard.chains;

import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.dashboard.part.Places;
import dev.offramp.deposits.ChainState;
import java.time.Duration;
import java.time.Instant;

/// A chain in a line.
record ChainLine(ChainState state, Instant now) {

    /// Watchers write down how they found their chain every ten seconds; nobody has looked for much longer than that.
    private static final Duration SILENT_AFTER = Duration.ofMinutes(2);

    String name() {
        return state.chain().network().displayName();
    }

    String environment() {
        return Places.name(state.chain().environment());
    }

    String path() {
        return Places.path(state.chain());
    }

    String height() {
        return state.read().map(read -> Figures.count(read.block().height())).orElse("none yet");
    }

    String tip() {
        return state.look().map(look -> Figures.count(look.tip())).orElse("unknown");
    }

    String lag() {
        return state.lag().isPresent() ? Figures.count(state.lag().getAsLong()) : "unknown";
    }

    String reorganisations() {
        return state.reorganisations().count() == 0
                ? "none"
                : Figures.count(state.reorganisations().count()) + ", deepest "
                        + Figures.count(state.reorganisations().deepest());
    }

    private boolean isSilent() {
        return state.look()
                .filter(look -> look.at().plus(SILENT_AFTER).isAfter(now))
                .isEmpty();
    }

    Badge badge() {
        if (state.pausedForIncident().isPresent()) {
            return Badge.bad("Paused: incident");
        }
        if (state.pausedByHand().isPresent()) {
            return Badge.waiting("Paused by hand");
        }
        if (state.isInTrouble()) {
            return Badge.bad("In trouble");
        }
        return isSilent() ? Badge.waiting("Not looked at") : Badge.good("Followed");
    }
}
