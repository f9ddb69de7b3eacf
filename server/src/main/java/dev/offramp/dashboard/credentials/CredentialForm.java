package dev.offramp.dashboard.credentials;

import dev.offramp.dashboard.Once;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.dashboard.form.Reading;
import dev.offramp.tenancy.AddressRange;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Grace;
import dev.offramp.tenancy.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a credential may be limited to, as people fill it in.
public final class CredentialForm {

    static final String BOTH = "both";

    /// Asked for on pages of production alone; a page of development makes credentials for development.
    public static final Field<String> WHERE = Fields.choice(
            "where",
            "Works in",
            List.of(
                    new Choice(Environment.PRODUCTION.code(), "Production only"),
                    new Choice(BOTH, "Production and development")),
            text -> Optional.of(text).filter(List.of(Environment.PRODUCTION.code(), BOTH)::contains));

    public static final Field<List<Scope>> SCOPES = Fields.choices(
                    "scopes",
                    "May be used for",
                    List.of(
                            new Choice(Scope.READ.code(), "Reading: every question"),
                            new Choice(Scope.DEPOSITS.code(), "Deposits: addresses, their banks, mock trades"),
                            new Choice(Scope.WITHDRAWALS.code(), "Withdrawals: money out, conversions, saved banks"),
                            new Choice(Scope.WEBHOOKS.code(), "Webhooks: the delivery log and sending again")),
                    Scope::parse)
            .required();

    public static final Field<List<AddressRange>> ADDRESSES =
            Fields.area("addresses", "From these addresses only").then(CredentialForm::ranges);

    public static final Field<LocalDate> EXPIRES =
            Fields.text("expires", "Expires on").then(CredentialForm::date);

    public static final Field<Grace> GRACE = Fields.choice(
                    "grace",
                    "The old secret",
                    List.of(
                            new Choice("none", "dies at once"),
                            new Choice("hour", "works for 1 hour more"),
                            new Choice("day", "works for 24 hours more"),
                            new Choice("week", "works for 7 days more")),
                    CredentialForm::grace)
            .required();

    static final List<Field<?>> MAKING = List.of(WHERE, SCOPES, ADDRESSES, EXPIRES, Once.KEY);
    static final List<Field<?>> LIMITING = List.of(SCOPES, ADDRESSES, EXPIRES);
    static final List<Field<?>> ROTATING = List.of(GRACE, Once.KEY);

    private CredentialForm() {}

    /// A form that limits nothing yet.
    static Form blank() {
        return Form.blank()
                .with(WHERE, Environment.PRODUCTION.code())
                .with(
                        SCOPES,
                        EnumSet.allOf(Scope.class).stream().map(Scope::code).toArray(String[]::new));
    }

    /// A form that says what is.
    static Form of(CredentialLimits limits) {
        return Form.blank()
                .with(SCOPES, limits.scopes().stream().map(Scope::code).toArray(String[]::new))
                .with(
                        ADDRESSES,
                        limits.addresses().stream().map(AddressRange::toString).collect(Collectors.joining("\n")))
                .with(EXPIRES, limits.expiresAt().map(CredentialForm::text).orElse(""));
    }

    /// The limits of a valid form.
    static CredentialLimits limits(Form form, Set<Environment> environments) {
        return new CredentialLimits(
                environments,
                Set.copyOf(form.get(SCOPES)),
                form.find(ADDRESSES).orElse(List.of()),
                form.find(EXPIRES).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /// Where a new credential works, made on a page of `here`.
    static Set<Environment> environments(Form form, Environment here) {
        boolean isForBoth = here == Environment.PRODUCTION
                && form.find(WHERE).filter(BOTH::equals).isPresent();
        return isForBoth ? EnumSet.allOf(Environment.class) : Set.of(here);
    }

    /// The same with what only the clock knows to be wrong.
    static Form checked(Form form, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return form.find(EXPIRES).filter(day -> !day.isAfter(today)).isPresent()
                ? form.refuse(EXPIRES, "Expires on must be a day to come.")
                : form;
    }

    private static String text(Instant expiry) {
        return expiry.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static Reading<LocalDate> date(String text) {
        try {
            return Reading.good(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return Reading.bad("Expires on must be a day, such as 2027-01-31.");
        }
    }

    private static Reading<List<AddressRange>> ranges(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<Optional<AddressRange>> ranges =
                lines.stream().map(AddressRange::parse).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (ranges.get(i).isEmpty()) {
                return Reading.bad("Line " + (i + 1) + " is no address: write one a line, such as 203.0.113.7 or"
                        + " 203.0.113.0/24.");
            }
        }
        return Reading.good(ranges.stream().map(Optional::orElseThrow).toList());
    }

    private static Optional<Grace> grace(String text) {
        return switch (text) {
            case "none" -> Optional.of(Grace.NONE);
            case "hour" -> Optional.of(Grace.HOUR);
            case "day" -> Optional.of(Grace.DAY);
            case "week" -> Optional.of(Grace.WEEK);
            default -> Optional.empty();
        };
    }
}
