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
import dev.offramp.dashboard.form.Form;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;

/// Lifts the freeze after five wrong PINs, for an owner with a second factor (decision 23).
record UnfreezePin(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowSettings.PATH + "/pin/unfreeze");
    }

    @Override
    public Access access() {
        return Access.member(Permission.SET_PIN).fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        if (!visit.person().hasSecondFactor()) {
            return ShowSettings.again(
                    visit,
                    uses,
                    Form.blank()
                            .refuse("The freeze is lifted by somebody with a second factor: add an authenticator app"
                                    + " or a passkey to your sign-in first."));
        }
        boolean wasFrozen = visit.commit(tx -> uses.tenancy().unfreeze(tx, visit.tenant())
                ? Outcome.done(
                        true,
                        Deed.of(
                                Action.PIN_UNFROZEN,
                                Subject.Kind.SETTINGS,
                                visit.business().environment().code()))
                : Outcome.refused(false));
        return ShowSettings.changed(
                visit, wasFrozen ? "The freeze is lifted. The PIN is the same." : "The PIN was not frozen.");
    }
}
