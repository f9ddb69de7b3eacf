package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.outflows.MoneyForm.Doing;
import dev.offramp.dashboard.outflows.MoneyForm.Outlook;
import dev.offramp.db.Transaction;
import dev.offramp.drafts.Draft;
import dev.offramp.tenancy.Pin;
import dev.offramp.tenancy.PinCheck;
import java.util.List;
import java.util.Optional;

/// Does what was shown, once. In this order: the draft, the PIN, whether it is still what was shown, what the business
/// says. Whatever is in the way, the draft stays.
record Do(Uses uses, MoneyForm form) implements Page {

    private static final String MOVED = "Something has changed since this was shown. Look at it again, and confirm it.";

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + form.path() + "/{draft}");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MOVE_MONEY).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return form.needsPin() ? List.of(Look.PIN, Look.AGREED) : List.of(Look.AGREED);
    }

    @Override
    public Answer answer(Visit visit) {
        Form sent = visit.form();
        Optional<Draft> draft =
                visit.view(tx -> Typed.id(visit).flatMap(id -> uses.drafts().find(tx, Typed.owner(visit), id)));
        if (draft.filter(found -> found.kind() == form.kind()).isEmpty()) {
            return Answer.missing();
        }
        if (draft.get().state() instanceof Draft.State.Done(var _, String as)) {
            return done(visit, as);
        }
        Form checked = sent.isValid() && form.needsPin() ? withPin(visit, sent) : sent;
        return visit.commit(tx -> act(tx, visit, draft.get(), checked));
    }

    /// The same, with what is wrong with the PIN. A try is counted and committed by itself.
    private Form withPin(Visit visit, Form sent) {
        return switch (uses.tenancy().verifyPin(visit.tenant(), new Pin(sent.get(Look.PIN)))) {
            case PinCheck.PinOk() -> sent;
            case PinCheck.PinUnset() -> sent.refuse(Look.PIN, "No PIN is set yet: an owner sets it under Settings.");
            case PinCheck.PinWrong() ->
                sent.refuse(Look.PIN, "That is not the PIN. After five wrong ones it is frozen.");
            case PinCheck.AccountFrozen() ->
                sent.refuse(Look.PIN, "The PIN is frozen after five wrong ones. An owner lifts that under Settings.");
        };
    }

    private Outcome<Answer> act(Transaction tx, Visit visit, Draft seen, Form checked) {
        Optional<Draft> locked = uses.drafts().lock(tx, Typed.owner(visit), seen.id());
        if (locked.isEmpty()) {
            return Outcome.refused(Answer.missing());
        }
        if (locked.get().state() instanceof Draft.State.Done(var _, String as)) {
            return Outcome.refused(done(visit, as));
        }
        Form typed = Typed.read(form, locked.get());
        if (!typed.isValid()) {
            return Outcome.refused(again(visit, typed, locked.get()));
        }
        return switch (form.outlook(tx, visit.tenant(), typed)) {
            case Outlook.Unfit(Form refused) -> Outcome.refused(again(visit, refused, locked.get()));
            case Outlook.Fit fit -> {
                boolean isAgreed = checked.typed(Look.AGREED).equals(fit.agreed());
                Form shown = isAgreed ? checked : checked.refuse(MOVED);
                yield shown.isValid()
                        ? place(tx, visit, locked.get(), typed)
                        : Outcome.refused(
                                Answer.invalid(form.title(), Look.body(visit, form, locked.get(), fit, shown)));
            }
        };
    }

    private Outcome<Answer> place(Transaction tx, Visit visit, Draft draft, Form typed) {
        return switch (form.place(tx, visit.tenant(), typed)) {
            case Doing.Done done -> {
                uses.drafts().done(tx, draft, done.as());
                yield Outcome.done(done(visit, done.as()), done.deed());
            }
            case Doing.Undone(Form refused) -> Outcome.refused(again(visit, refused, draft));
        };
    }

    private Answer done(Visit visit, String as) {
        return Answer.redirect(visit.here().path(form.after(as)), Note.good(form.said(as)));
    }

    private Answer again(Visit visit, Form refused, Draft draft) {
        return Answer.invalid(form.title(), FillIn.body(visit, form, refused, Optional.of(draft)));
    }
}
