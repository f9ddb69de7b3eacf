package dev.offramp.app;

import dev.offramp.db.Database;
import dev.offramp.destinations.Destinations;
import dev.offramp.facts.Facts;
import dev.offramp.http.Repetitions;
import dev.offramp.payouts.Payouts;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.secrets.ClearColumn;
import dev.offramp.secrets.Sealing;
import dev.offramp.secrets.ServerKey;
import dev.offramp.webhooks.Webhooks;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What an earlier version wrote down in the clear, in all rooms. It is sealed before anything reads: the stores
/// know of sealed rows alone.
final class OldRows {

    private static final Logger LOG = LoggerFactory.getLogger(OldRows.class);

    private OldRows() {}

    /// Comes back when none is left, even if other processes are at it as well.
    ///
    /// @return how many were sealed here
    static long seal(Database db, ServerKey key, SavedBanks savedBanks) {
        List<ClearColumn> columns = Stream.of(
                        Destinations.inTheClear(),
                        Payouts.inTheClear(),
                        Facts.inTheClear(),
                        Webhooks.inTheClear(),
                        Repetitions.inTheClear())
                .flatMap(List::stream)
                .toList();
        long sealed = savedBanks.sealOld() + Sealing.create(db, key).seal(columns);
        if (sealed > 0) {
            LOG.info("sealed {} rows of an earlier version", sealed);
        }
        return sealed;
    }
}
