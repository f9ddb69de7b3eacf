package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.outflows.MoneyForm.Outlook;
import dev.offramp.db.Transaction;
import dev.offramp.drafts.Draft;
import gg.jte.html.HtmlContent;
import java.util.Optional;

/// Shows what a draft comes to, before it is done.
record Look(Uses uses, MoneyForm form) implements Page {

    static final Field<String> PIN = Fields.pin("pin", "PIN").required();

    /// What was shown, as it comes back with the click.
    static final Field<String> AGREED = Fields.text("agreed", "What was shown", 2_000);

    /// A draft as it stands now.
    private sealed interface Standing {
        record Fit(Draft draft, Outlook.Fit outlook) implements Standing {}

        /// It cannot be done as it is.
        ///
        /// @param form with what is wrong
        record Unfit(Draft draft, Form form) implements Standing {}

        record Done(String as) implements Standing {}

        record Unknown() implements Standing {}
    }

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + form.path() + "/{draft}");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MOVE_MONEY).fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        return switch (visit.<Standing>view(tx -> standing(tx, visit))) {
            case Standing.Fit(Draft draft, Outlook.Fit outlook) ->
                Answer.page(form.title(), body(visit, form, draft, outlook, Form.blank()));
            case Standing.Unfit(Draft draft, Form refused) ->
                Answer.invalid(form.title(), FillIn.body(visit, form, refused, Optional.of(draft)));
            case Standing.Done(String as) -> Answer.redirect(visit.here().path(form.after(as)));
            case Standing.Unknown() -> Answer.missing();
        };
    }

    private Standing standing(Transaction tx, Visit visit) {
        Optional<Draft> found = Typed.id(visit).flatMap(id -> uses.drafts().find(tx, Typed.owner(visit), id));
        if (found.isEmpty() || found.get().kind() != form.kind()) {
            return new Standing.Unknown();
        }
        Draft draft = found.get();
        if (draft.state() instanceof Draft.State.Done(var _, String as)) {
            return new Standing.Done(as);
        }
        Form typed = Typed.read(form, draft);
        if (!typed.isValid()) {
            return new Standing.Unfit(draft, typed);
        }
        return switch (form.outlook(tx, visit.tenant(), typed)) {
            case Outlook.Fit fit -> new Standing.Fit(draft, fit);
            case Outlook.Unfit(Form refused) -> new Standing.Unfit(draft, refused);
        };
    }

    /// @param shown with what is wrong with the PIN or the whole
    static HtmlContent body(Visit visit, MoneyForm form, Draft draft, Outlook.Fit outlook, Form shown) {
        String back = visit.here().path(form.path());
        String path = back + "/" + draft.id();
        return out -> JtelookGenerated.render(out, null, visit.here(), new Looked(form, outlook, path, back), shown);
    }

    /// What the page needs to know of the form.
    record Looked(MoneyForm form, Outlook.Fit outlook, String path, String back) {}
}
