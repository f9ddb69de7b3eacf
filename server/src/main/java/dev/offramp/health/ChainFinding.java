package dev.offramp.health;

import dev.offramp.assets.Network;
import dev.offramp.chains.ChainId;
import dev.offramp.deposits.ChainState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is to be said of deposits on a chain. The first that holds counts.
final class ChainFinding {

    /// Watchers write every ten seconds how they found their chain; one answer that failed to come is not an outage.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Nobody has looked for so long: no process watches.
    static final Duration SILENT = Duration.ofMinutes(2);

    static final long BLOCKS_BEHIND = 50;

    private ChainFinding() {}

    /// @param state empty while nobody has looked at the chain
    static Finding of(ChainId chain, Optional<ChainState> state, Instant now) {
        Component component = Component.of(chain);
        return state.map(its -> of(component, its, now))
                .orElseGet(() -> Finding.degraded(component, "It was not looked at yet."));
    }

    private static Finding of(Component component, ChainState state, Instant now) {
        if (state.isPaused()) {
            return Finding.down(component, "Deposits are not read: an operator looks into something.");
        }
        Optional<Duration> silence = state.look().map(look -> Duration.between(look.at(), now));
        if (state.isInTrouble()) {
            return silence.filter(quiet -> quiet.compareTo(PATIENCE) < 0).isPresent()
                    ? Finding.degraded(component, "Its node did not answer the last question.")
                    : Finding.down(component, "Its node does not answer.");
        }
        if (silence.isEmpty()) {
            return Finding.degraded(component, "It was not looked at yet.");
        }
        return silence.get().compareTo(SILENT) > 0
                ? Finding.down(component, "It was not looked at for " + Ages.words(silence.get()) + ".")
                : followed(component, state, now);
    }

    private static Finding followed(Component component, ChainState state, Instant now) {
        long lag = state.lag().orElse(0);
        Duration quiet =
                state.read().map(read -> Duration.between(read.movedAt(), now)).orElse(Duration.ZERO);
        String words = "%d blocks behind its node, the last block %s ago.".formatted(lag, Ages.words(quiet));
        boolean isLate = lag > BLOCKS_BEHIND
                || quiet.compareTo(longestPause(state.chain().network())) > 0;
        return isLate ? Finding.degraded(component, words) : Finding.good(component, words);
    }

    /// Between two blocks: hardly ever longer while all is well.
    private static Duration longestPause(Network network) {
        return switch (network) {
            case BITCOIN, BITCOIN_CASH -> Duration.ofHours(2);
            case LITECOIN, DOGECOIN -> Duration.ofMinutes(45);
            case ETHEREUM, BASE, ARBITRUM, POLYGON, BSC, AVALANCHE, TRON, SOLANA, TON -> Duration.ofMinutes(15);
        };
    }
}
