package dev.offramp.deposits;

import dev.offramp.chains.ChainId;
import dev.offramp.db.Transaction;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pauses of chains that people make and end by hand. The chain's cursor is locked, as in watching, so that a watcher
/// under way records nothing once the pause has committed.
final class ChainPauses {

    private static final Logger LOG = LoggerFactory.getLogger(ChainPauses.class);

    private final InstantSource clock;
    private final CursorStore cursors;

    ChainPauses(InstantSource clock, CursorStore cursors) {
        this.clock = clock;
        this.cursors = cursors;
    }

    Pausing pause(Transaction tx, ChainId chain, String reason, String by) {
        Optional<Cursor> cursor = cursors.lock(tx, chain);
        if (cursor.isEmpty()) {
            return new Pausing.NeverRead();
        }
        Optional<HandPause> before = cursor.get().pausedByHand();
        if (before.isPresent()) {
            return new Pausing.PausedAlready(before.get());
        }
        // As precise as the database keeps it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        HandPause pause = new HandPause(reason, by, now);
        cursors.pauseByHand(tx, chain, pause);
        LOG.info("{}: paused by {}", chain, by);
        return new Pausing.Paused(pause);
    }

    /// @return the pause that is over now; empty when there was none
    Optional<HandPause> end(Transaction tx, ChainId chain) {
        Optional<HandPause> pause = cursors.lock(tx, chain).flatMap(Cursor::pausedByHand);
        pause.ifPresent(_ -> {
            cursors.endHandPause(tx, chain);
            LOG.info("{}: the pause made by hand is over", chain);
        });
        return pause;
    }
}
