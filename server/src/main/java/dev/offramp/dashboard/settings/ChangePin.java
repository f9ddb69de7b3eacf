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
import dev.offramp.tenancy.Pin;
import dev.offramp.tenancy.PinCheck;
import dev.offramp.tenancy.PinStanding;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;
import java.util.List;

/// Sets the first PIN, or another one for who knows the present one.
record ChangePin(Uses uses) implements Page {

    private static final String FROZEN = "The PIN is frozen after five wrong ones. Lift that first.";

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowSettings.PATH + "/pin");
    }

    @Override
    public Access access() {
        return Access.member(Permission.SET_PIN).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return SettingsForm.PIN;
    }

    @Override
    public Answer answer(Visit visit) {
        Form checked = checked(visit, repeated(visit.form()));
        if (!checked.isValid()) {
            return ShowSettings.again(visit, uses, checked);
        }
        Pin pin = new Pin(checked.get(SettingsForm.NEW_PIN));
        visit.commit(tx -> {
            uses.tenancy().setPin(tx, visit.tenant(), pin);
            return Outcome.done(
                    true,
                    Deed.of(
                            Action.PIN_SET,
                            Subject.Kind.SETTINGS,
                            visit.business().environment().code()));
        });
        return ShowSettings.changed(visit, "The PIN is set.");
    }

    private static Form repeated(Form form) {
        return form.isValid() && !form.get(SettingsForm.NEW_PIN).equals(form.get(SettingsForm.REPEATED_PIN))
                ? form.refuse(SettingsForm.REPEATED_PIN, "This is another PIN than the one above.")
                : form;
    }

    /// The same with what is wrong with the present PIN. A try is counted and committed by itself.
    private Form checked(Visit visit, Form form) {
        if (!form.isValid()) {
            return form;
        }
        return switch (visit.<PinStanding>view(tx -> uses.tenancy().pinStanding(tx, visit.tenant()))) {
            case UNSET -> form;
            case FROZEN -> form.refuse(SettingsForm.OLD_PIN, FROZEN);
            case SET ->
                form.find(SettingsForm.OLD_PIN)
                        .map(old -> tried(visit, form, new Pin(old)))
                        .orElseGet(() -> form.refuse(SettingsForm.OLD_PIN, "Present PIN is required."));
        };
    }

    private Form tried(Visit visit, Form form, Pin old) {
        return switch (uses.tenancy().verifyPin(visit.tenant(), old)) {
            case PinCheck.PinOk(), PinCheck.PinUnset() -> form;
            case PinCheck.PinWrong() ->
                form.refuse(SettingsForm.OLD_PIN, "That is not the PIN. After five wrong ones it is frozen.");
            case PinCheck.AccountFrozen() -> form.refuse(SettingsForm.OLD_PIN, FROZEN);
        };
    }
}
