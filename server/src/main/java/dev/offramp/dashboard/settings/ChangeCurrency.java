package dev.offramp.dashboard.settings;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.List;

/// Changes what deposits without a destination become.
record ChangeCurrency(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowSettings.PATH + "/currency");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_SETTINGS).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(SettingsForm.CURRENCY);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return ShowSettings.again(visit, uses, form);
        }
        visit.commit(tx -> change(tx, visit, form.get(SettingsForm.CURRENCY)));
        return ShowSettings.changed(visit, "The receive currency counts from the next credited deposit on.");
    }

    private Outcome<Boolean> change(Transaction tx, Visit visit, Fiat currency) {
        Fiat before = uses.tenancy().settings(tx, visit.tenant()).receiveCurrency();
        if (before == currency) {
            return Outcome.refused(false);
        }
        uses.tenancy().setReceiveCurrency(tx, visit.tenant(), currency);
        return Outcome.done(
                true,
                Deed.of(
                                Action.RECEIVE_CURRENCY_CHANGED,
                                Subject.Kind.SETTINGS,
                                visit.business().environment().code())
                        .before(Details.of("receive currency", before.code()))
                        .after(Details.of("receive currency", currency.code())));
    }
}
