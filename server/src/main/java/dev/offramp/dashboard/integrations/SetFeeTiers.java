package dev.offramp.dashboard.integrations;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Reading;
import dev.offramp.db.Transaction;
import dev.offramp.money.Percent;
import dev.offramp.tenancy.FeeTiers;
import dev.offramp.tenancy.SettingChange;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Sets what the platform takes of a business's deposits in one environment.
record SetFeeTiers(IntegrationBody body) implements Page {

    private static final Pattern TIER =
            Pattern.compile("([0-9]{1,12})\\s*[= :]\\s*([0-9]{1,3}(?:\\.[0-9]{1,4})?)\\s*%?");

    static final Field<List<FeeTiers.Tier>> TIERS =
            Fields.area("tiers", "Fee tiers").required().then(SetFeeTiers::read);

    private static Reading<List<FeeTiers.Tier>> read(String text) {
        List<Optional<FeeTiers.Tier>> tiers = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(SetFeeTiers::tier)
                .toList();
        return tiers.stream().allMatch(Optional::isPresent)
                ? Reading.good(tiers.stream().map(Optional::orElseThrow).toList())
                : Reading.bad("Each line is an amount in whole dollars and a percentage, such as 1000 = 0.4.");
    }

    private static Optional<FeeTiers.Tier> tier(String line) {
        Matcher matcher = TIER.matcher(line);
        return matcher.matches()
                ? Optional.of(new FeeTiers.Tier(Long.parseLong(matcher.group(1)), Percent.of(matcher.group(2))))
                : Optional.empty();
    }

    /// As it can be typed.
    static String typed(FeeTiers tiers) {
        return words(tiers, "\n");
    }

    private static String words(FeeTiers tiers, String between) {
        return tiers.tiers().stream()
                .map(tier -> tier.minUsd() + " = "
                        + tier.percent().value().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(between));
    }

    @Override
    public Route route() {
        return Route.post(IntegrationBody.SIDE + "/fees");
    }

    @Override
    public Access access() {
        return Access.operator().fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(TIERS);
    }

    @Override
    public Answer answer(Visit visit) {
        return body.tenant(visit).map(tenant -> answer(visit, tenant)).orElseGet(Answer::missing);
    }

    private Answer answer(Visit visit, Tenant tenant) {
        Form form = visit.form();
        if (!form.isValid()) {
            return body.side(visit, form);
        }
        SettingChange outcome = visit.commit(tx -> set(tx, tenant, form.get(TIERS)));
        return switch (outcome) {
            case SettingChange.Changed _ ->
                Answer.redirect(
                        IntegrationBody.sidePath(visit),
                        Note.good("The fee tiers hold for deposits that are credited from now on."));
            case SettingChange.UnfitFeeTiers(String reason) -> body.side(visit, form.refuse(TIERS, sentence(reason)));
            case SettingChange other -> throw new IllegalStateException("of fee tiers: " + other);
        };
    }

    private Outcome<SettingChange> set(Transaction tx, Tenant tenant, List<FeeTiers.Tier> tiers) {
        FeeTiers before = body.tenancy().settings(tx, tenant).feeTiers();
        SettingChange outcome = body.tenancy().setFeeTiers(tx, tenant, tiers);
        return outcome instanceof SettingChange.Changed changed
                ? Outcome.done(outcome, deed(tenant, before, changed.settings().feeTiers()))
                : Outcome.refused(outcome);
    }

    private static Deed deed(Tenant tenant, FeeTiers before, FeeTiers after) {
        return Deed.of(Action.FEE_TIERS_CHANGED, Subject.Kind.INTEGRATION, tenant.integration())
                .concerning(tenant.integration())
                .before(Details.of("environment", tenant.environment().code()).with("tiers", words(before, ", ")))
                .after(Details.of("tiers", words(after, ", ")));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
