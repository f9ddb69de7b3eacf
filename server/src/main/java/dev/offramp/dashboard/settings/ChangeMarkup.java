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
import dev.offramp.tenancy.SettingChange;
import dev.offramp.tenancy.TenantSettings;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.math.BigDecimal;
import java.util.List;

/// Changes the business's own margin.
record ChangeMarkup(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowSettings.PATH + "/markup");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_SETTINGS).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(SettingsForm.MARKUP);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return ShowSettings.again(visit, uses, form);
        }
        visit.commit(tx -> change(tx, visit, form.get(SettingsForm.MARKUP)));
        return ShowSettings.changed(visit, "The markup counts from the next credited deposit on.");
    }

    private Outcome<Boolean> change(Transaction tx, Visit visit, BigDecimal percent) {
        TenantSettings before = uses.tenancy().settings(tx, visit.tenant());
        SettingChange change = uses.tenancy().setMarkup(tx, visit.tenant(), percent);
        if (!(change instanceof SettingChange.Changed(TenantSettings after))) {
            throw new IllegalStateException("the form allows what tenancy does not: " + change);
        }
        return before.markup().equals(after.markup())
                ? Outcome.refused(false)
                : Outcome.done(
                        true,
                        Deed.of(
                                        Action.MARKUP_CHANGED,
                                        Subject.Kind.SETTINGS,
                                        visit.business().environment().code())
                                .before(details(before))
                                .after(details(after)));
    }

    private static Details details(TenantSettings settings) {
        return Details.of("markup", settings.markup().value().toPlainString() + " %");
    }
}
