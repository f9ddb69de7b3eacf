package dev.offramp.dashboard.settings;

import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.CoolingOff;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The fields of the settings, each section's a form of its own.
public final class SettingsForm {

    public static final Field<Fiat> CURRENCY = Fields.choice(
                    "currency",
                    "Receive currency",
                    List.of(new Choice("ngn", "Naira"), new Choice("usd", "Dollars"), new Choice("ghs", "Cedis")),
                    Fiat::parse)
            .required();

    public static final Field<BigDecimal> MARKUP = Fields.decimal("markup", "Markup in percent", 2)
            .check(
                    percent -> percent.signum() >= 0 && percent.compareTo(BigDecimal.TEN) <= 0,
                    "Markup must be 0 to 10 percent.")
            .required();

    /// `off`, or the id of what is saved.
    public static final Field<String> DESTINATION =
            Fields.text("destination", "Everything else that comes in goes to").required();

    public static final Field<Integer> HOURS = Fields.whole(
                    "hours", "Cooling-off time in hours", 0, (int) CoolingOff.LONGEST.toHours())
            .required();

    public static final Field<Boolean> SANDBOX_TOOLS = Fields.choice(
                    "sandboxTools",
                    "What an AI assistant may do in the sandbox",
                    List.of(
                            new Choice("off", "Read, and nothing else"),
                            new Choice("on", "Also make deposits up and generate addresses")),
                    SettingsForm::isOn)
            .required();

    public static final Field<String> OLD_PIN = Fields.pin("oldPin", "Present PIN");
    public static final Field<String> NEW_PIN = Fields.pin("newPin", "New PIN").required();
    public static final Field<String> REPEATED_PIN =
            Fields.pin("repeatedPin", "New PIN once more").required();

    static final List<Field<?>> PIN = List.of(OLD_PIN, NEW_PIN, REPEATED_PIN);

    private SettingsForm() {}

    /// The same with what is in force wherever nothing was typed.
    static Form filled(Form typed, Current current) {
        Form form = typed;
        form = filled(form, CURRENCY, current.settings().receiveCurrency().code());
        form = filled(form, MARKUP, current.settings().markup().value().toPlainString());
        form = filled(form, DESTINATION, current.destinationId());
        form = filled(form, SANDBOX_TOOLS, current.sandboxTools() ? "on" : "off");
        form = filled(form, HOURS, String.valueOf(current.coolingOff().length().toHours()));
        return filled(form, AllowList.ADDRESSES, current.allowList().lines());
    }

    private static Optional<Boolean> isOn(String choice) {
        return switch (choice) {
            case "on" -> Optional.of(true);
            case "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Form filled(Form form, Field<?> field, String value) {
        boolean isUntouched = form.typed(field).isEmpty() && form.error(field).isEmpty();
        return isUntouched ? form.with(field, value) : form;
    }
}
