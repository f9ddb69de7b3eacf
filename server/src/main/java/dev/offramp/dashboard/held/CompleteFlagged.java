package dev.offramp.dashboard.held;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.Deposits;
import dev.offramp.deposits.FlaggedDecision;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;

/// Credits a flagged deposit, less the fee for it.
record CompleteFlagged(Deposits deposits) implements Page {

    @Override
    public Route route() {
        return Route.post(ShowFlaggedDeposit.PATH + "/complete");
    }

    @Override
    public Access access() {
        return Access.operator().fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        return visit.id("deposit")
                .map(DepositId::new)
                .map(id -> answer(visit, id))
                .orElseGet(Answer::missing);
    }

    private Answer answer(Visit visit, DepositId id) {
        FlaggedDecision decision = visit.commit(tx -> FlaggedDeed.of(
                deposits.complete(tx, id), deposits.find(tx, id), Action.DEPOSIT_COMPLETED, Details.NONE));
        return switch (decision) {
            case FlaggedDecision.Done _ ->
                Answer.redirect(ShowFlagged.PATH, Note.good("The deposit is completed and credited."));
            case FlaggedDecision.NotFound _ -> Answer.missing();
            case FlaggedDecision.NotFlagged _ -> FlaggedDeed.tooLate();
            case FlaggedDecision.NoRate _ ->
                Answer.redirect(
                        ShowFlagged.PATH + "/" + id,
                        Note.bad("A price or rate is missing. Try it again once there is one."));
        };
    }
}
