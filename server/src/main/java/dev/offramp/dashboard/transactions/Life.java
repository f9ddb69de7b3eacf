package dev.offramp.dashboard.transactions;

import dev.offramp.dashboard.part.Badge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A transaction with everything there is to know about it, as its page shows it.
///
/// @param reason why it stands as it does, where that needs saying
/// @param progress how deep it lies, while that matters
/// @param facts what it is, in terms and texts
/// @param moments oldest first
/// @param isOver whether nothing more happens by itself
record Life(
        String id,
        Badge state,
        Optional<String> reason,
        Optional<String> progress,
        Identity identity,
        List<Fact> facts,
        List<Moment> moments,
        List<Booked> booked,
        boolean isOver) {

    /// Where it is to be found.
    ///
    /// @param explorer a page elsewhere that shows it; empty for what exists here alone
    record Identity(
            String hash,
            Optional<String> explorer,
            String address,
            String walletId,
            String label,
            Optional<String> sender) {}

    /// @param more where a number is from; empty for most
    record Fact(String term, String text, Optional<String> more) {

        static Fact of(String term, String text) {
            return new Fact(term, text, Optional.empty());
        }

        static Fact of(String term, String text, String more) {
            return new Fact(term, text, Optional.of(more));
        }
    }

    /// A ledger line.
    record Booked(Instant at, String kind, String from, String to, String amount, Optional<String> value) {}
}
