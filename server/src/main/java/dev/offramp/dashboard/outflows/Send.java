package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.outflows.MoneyForm.Outlook;
import dev.offramp.drafts.Draft;
import java.util.List;
import java.util.Optional;

/// Takes the form, keeps it whatever is wrong with it, and goes on to what it comes to.
record Send(Uses uses, MoneyForm form) implements Page {

    /// What there is when the form was kept.
    private record Kept(Draft draft, Form checked) {}

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + form.path());
    }

    @Override
    public Access access() {
        return Access.member(Permission.MOVE_MONEY);
    }

    @Override
    public List<Field<?>> fields() {
        return form.fields();
    }

    @Override
    public Answer answer(Visit visit) {
        Form sent = visit.form();
        Kept kept = visit.commit(tx -> {
            Draft draft = uses.drafts().keep(tx, Typed.owner(visit), form.kind(), Typed.kept(form, sent));
            Form checked =
                    sent.isValid() && form.outlook(tx, visit.tenant(), sent) instanceof Outlook.Unfit(Form refused)
                            ? refused
                            : sent;
            return Outcome.refused(new Kept(draft, checked));
        });
        return kept.checked().isValid()
                ? Answer.redirect(
                        visit.here().path(form.path() + "/" + kept.draft().id()))
                : Answer.invalid(form.title(), FillIn.body(visit, form, kept.checked(), Optional.of(kept.draft())));
    }
}
