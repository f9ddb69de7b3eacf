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
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.CoolingOff;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Changes how long what is newly saved may not be withdrawn to from here.
record ChangeCoolingOff(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowSettings.PATH + "/cooling-off");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_SETTINGS).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(SettingsForm.HOURS);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return ShowSettings.again(visit, uses, form);
        }
        Duration length = Duration.ofHours(form.get(SettingsForm.HOURS));
        CoolingOff changed = visit.commit(tx -> change(tx, visit, length));
        return ShowSettings.changed(visit, said(changed, visit.now()));
    }

    private static String said(CoolingOff changed, Instant now) {
        return changed.inForce(now).equals(changed.length())
                ? "The cooling-off time counts from now on."
                : "The shorter cooling-off time counts from " + Figures.time(changed.shorterFrom()) + " on.";
    }

    private Outcome<CoolingOff> change(Transaction tx, Visit visit, Duration length) {
        CoolingOff before = uses.tenancy().coolingOff(tx, visit.tenant());
        if (before.length().equals(length)) {
            return Outcome.refused(before);
        }
        CoolingOff after = uses.tenancy().setCoolingOff(tx, visit.tenant(), length);
        return Outcome.done(
                after,
                Deed.of(
                                Action.COOLING_OFF_CHANGED,
                                Subject.Kind.SETTINGS,
                                visit.business().environment().code())
                        .before(Details.of("cooling-off time", before.length().toHours() + " hours"))
                        .after(Details.of("cooling-off time", length.toHours() + " hours")));
    }
}
