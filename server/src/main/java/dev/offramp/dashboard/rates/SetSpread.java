package dev.offramp.dashboard.rates;

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
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.money.Percent;
import dev.offramp.rates.SpreadSetting;
import dev.offramp.tenancy.Environment;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.math.BigDecimal;
import java.util.List;

/// Sets what the operator keeps of a currency's rate.
record SetSpread(RatesBody body) implements Page {

    private static final int DECIMALS = 4;

    static final Field<Environment> ENVIRONMENT = Fields.choice(
                    "environment",
                    "Environment",
                    List.of(new Choice("production", "Production"), new Choice("development", "Development")),
                    Environment::parse)
            .required();

    static final Field<Fiat> CURRENCY = Fields.choice(
                    "currency",
                    "Currency",
                    List.of(new Choice("NGN", "Naira (NGN)"), new Choice("GHS", "Cedis (GHS)")),
                    Fiat::parse)
            .required();

    static final Field<BigDecimal> SPREAD =
            Fields.decimal("spread", "Spread in percent", DECIMALS).required();

    @Override
    public Route route() {
        return Route.post(ShowRates.PATH + "/spread");
    }

    @Override
    public Access access() {
        return Access.operator().fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(ENVIRONMENT, CURRENCY, SPREAD);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return body.show(visit, form);
        }
        SpreadSetting outcome = visit.commit(tx -> set(tx, form));
        return switch (outcome) {
            case SpreadSetting.SpreadSet _ ->
                Answer.redirect(ShowRates.PATH, Note.good("The spread holds from now on."));
            case SpreadSetting.OddSpread _ ->
                body.show(visit, form.refuse(SPREAD, "A spread is 0 to 20 percent with at most 4 decimals."));
            case SpreadSetting.NoSpreadOnDollars _ ->
                body.show(visit, form.refuse(CURRENCY, "Dollars are paid at par."));
        };
    }

    private Outcome<SpreadSetting> set(Transaction tx, Form form) {
        Environment environment = form.get(ENVIRONMENT);
        Fiat currency = form.get(CURRENCY);
        Percent before = body.rates().spreads(tx, environment).getOrDefault(currency, Percent.ZERO);
        SpreadSetting outcome = body.rates().setSpread(tx, environment, currency, form.get(SPREAD));
        return outcome instanceof SpreadSetting.SpreadSet(Percent spread)
                ? Outcome.done(
                        outcome,
                        Deed.of(Action.SPREAD_CHANGED, Subject.Kind.RATE, "USD " + currency.name())
                                .before(details(before).with("environment", environment.code()))
                                .after(details(spread)))
                : Outcome.refused(outcome);
    }

    private static Details details(Percent spread) {
        return Details.of("percent", spread.value().stripTrailingZeros().toPlainString());
    }
}
