package dev.offramp.dashboard.held;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.Deposits;
import dev.offramp.deposits.FlaggedDecision;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import java.util.List;

/// Leaves a flagged deposit flagged for good.
record RejectFlagged(Deposits deposits, ShowFlaggedDeposit page) implements Page {

    static final Field<String> REASON = Fields.text("reason", "Reason").required();

    @Override
    public Route route() {
        return Route.post(ShowFlaggedDeposit.PATH + "/reject");
    }

    @Override
    public Access access() {
        return Access.operator().fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(REASON);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return page.body(visit, form)
                    .map(body -> Answer.invalid(ShowFlaggedDeposit.TITLE, body))
                    .orElseGet(Answer::missing);
        }
        return visit.id("deposit")
                .map(DepositId::new)
                .map(id -> answer(visit, id, form.get(REASON)))
                .orElseGet(Answer::missing);
    }

    private Answer answer(Visit visit, DepositId id, String reason) {
        FlaggedDecision decision = visit.commit(tx -> FlaggedDeed.of(
                deposits.reject(tx, id, reason),
                deposits.find(tx, id),
                Action.DEPOSIT_REJECTED,
                Details.of("reason", reason)));
        return switch (decision) {
            case FlaggedDecision.Done _ -> Answer.redirect(ShowFlagged.PATH, Note.good("The deposit is rejected."));
            case FlaggedDecision.NotFound _ -> Answer.missing();
            case FlaggedDecision.NotFlagged _, FlaggedDecision.NoRate _ -> FlaggedDeed.tooLate();
        };
    }
}
