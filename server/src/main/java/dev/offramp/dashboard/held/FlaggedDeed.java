package dev.offramp.dashboard.held;

import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.deposits.Deposit;
import dev.offramp.deposits.FlaggedDecision;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.Optional;

/// What deciding a flagged deposit comes to, whichever way.
final class FlaggedDeed {

    private FlaggedDeed() {}

    /// @param deposit as it is now
    static Outcome<FlaggedDecision> of(
            FlaggedDecision decision, Optional<Deposit> deposit, Action action, Details after) {
        return decision instanceof FlaggedDecision.Done && deposit.isPresent()
                ? Outcome.done(
                        decision,
                        Deed.of(action, Subject.Kind.DEPOSIT, deposit.get().id())
                                .concerning(deposit.get().tenant().integration())
                                .before(Details.of("state", "flagged"))
                                .after(after))
                : Outcome.refused(decision);
    }

    static Answer tooLate() {
        return Answer.redirect(
                ShowFlagged.PATH, Note.bad("It does not wait for a decision: it was decided, or it left its chain."));
    }
}
