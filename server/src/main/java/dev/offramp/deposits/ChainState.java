package dev.offramp.deposits;

import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainId;
import dev.offramp.jobs.LastTrouble;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// How a chain stands, as far as it was looked at.
///
/// @param read how far it was read; empty before the first block
/// @param look how it was last found; empty while no node has answered
/// @param trouble the last there was, over or not; see [#isInTrouble]
/// @param pausedForIncident why it is not read, in words for the operator; ends once its incidents are decided
/// @param pausedByHand ends when somebody ends it
public record ChainState(
        ChainId chain,
        Optional<Read> read,
        Optional<Look> look,
        Optional<LastTrouble> trouble,
        Reorganisations reorganisations,
        Optional<String> pausedForIncident,
        Optional<HandPause> pausedByHand) {

    /// @param first the height of the first block that was ever read
    /// @param movedAt when the block read last was read
    public record Read(BlockRef block, long first, Instant movedAt) {}

    /// @param tip height of the best branch
    public record Look(long tip, Instant at) {}

    /// @param deepest depth of the deepest; zero when there was none
    public record Reorganisations(long count, long deepest, Optional<Reorganisation> last) {}

    /// @param depth how many blocks reading went back: those that were replaced, and after a time of catching up, of
    ///     which not every block is kept, perhaps some more
    public record Reorganisation(long depth, Instant noticedAt) {}

    /// Blocks that are there and not read yet. Nothing while either is unknown, or the node itself is behind us.
    public OptionalLong lag() {
        return read.isPresent() && look.isPresent()
                ? OptionalLong.of(
                        Math.max(0, look.get().tip() - read.get().block().height()))
                : OptionalLong.empty();
    }

    /// Whether the last look failed.
    public boolean isInTrouble() {
        return trouble.isPresent()
                && look.filter(answered -> answered.at().isAfter(trouble.get().at()))
                        .isEmpty();
    }

    public boolean isPaused() {
        return pausedForIncident.isPresent() || pausedByHand.isPresent();
    }
}
