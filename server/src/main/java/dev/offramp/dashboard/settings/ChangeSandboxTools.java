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
import dev.offramp.tenancy.Environment;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.List;

/// Lets AI assistants make things up in the sandbox of the business, or not. Of production there is nothing to choose.
record ChangeSandboxTools(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowSettings.PATH + "/sandbox-tools");
    }

    @Override
    public Access access() {
        return Access.member(Permission.SWITCH_SANDBOX_TOOLS).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(SettingsForm.SANDBOX_TOOLS);
    }

    @Override
    public Answer answer(Visit visit) {
        if (!isPossible(visit)) {
            return Answer.missing();
        }
        Form form = visit.form();
        if (!form.isValid()) {
            return ShowSettings.again(visit, uses, form);
        }
        boolean on = form.get(SettingsForm.SANDBOX_TOOLS);
        visit.commit(tx -> change(tx, visit, on));
        return ShowSettings.changed(
                visit,
                on
                        ? "Assistants may make deposits up and generate addresses in the sandbox, from now on."
                        : "Assistants may read and nothing else, from now on.");
    }

    static boolean isPossible(Visit visit) {
        return visit.business().environment() == Environment.DEVELOPMENT;
    }

    private Outcome<Boolean> change(Transaction tx, Visit visit, boolean on) {
        return uses.tenancy().setSandboxTools(tx, visit.tenant().integration(), on)
                ? Outcome.done(
                        true,
                        Deed.of(
                                        Action.SANDBOX_TOOLS_CHANGED,
                                        Subject.Kind.SETTINGS,
                                        visit.business().environment().code())
                                .before(details(!on))
                                .after(details(on)))
                : Outcome.refused(false);
    }

    private static Details details(boolean on) {
        return Details.of("sandbox tools", on ? "on" : "off");
    }
}
