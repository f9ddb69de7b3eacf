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
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.PayoutTerms;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Sets the largest payout of a business in a currency, or lifts the limit.
record SetPayoutMaximum(IntegrationBody body) implements Page {

    static final Field<Fiat> CURRENCY = Fields.choice(
                    "currency",
                    "Currency",
                    List.of(new Choice("NGN", "Naira (NGN)"), new Choice("GHS", "Cedis (GHS)")),
                    code -> Fiat.parse(code).filter(fiat -> fiat != Fiat.USD))
            .required();

    static final Field<BigDecimal> MOST = Fields.amount("most", "Largest payout", Fiat.SCALE);

    @Override
    public Route route() {
        return Route.post(IntegrationBody.SIDE + "/payout-maximum");
    }

    @Override
    public Access access() {
        return Access.operator().fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(CURRENCY, MOST);
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
        Fiat currency = form.get(CURRENCY);
        Optional<Money> most = form.find(MOST).map(amount -> currency.money(amount.toPlainString()));
        visit.commit(tx -> set(tx, tenant, currency, most));
        return Answer.redirect(
                IntegrationBody.sidePath(visit),
                Note.good(most.isPresent() ? "The limit holds for payouts placed from now on." : "There is no limit."));
    }

    private Outcome<Boolean> set(Transaction tx, Tenant tenant, Fiat currency, Optional<Money> most) {
        Optional<Money> before = Optional.ofNullable(
                        body.payouts().terms(tx, tenant).get(currency))
                .flatMap(PayoutTerms::maximum);
        body.payouts().limit(tx, tenant, currency, most);
        Deed deed = Deed.of(Action.PAYOUT_TERMS_CHANGED, Subject.Kind.INTEGRATION, tenant.integration())
                .concerning(tenant.integration())
                .before(Details.of("environment", tenant.environment().code())
                        .with("currency", currency.name())
                        .with("largest payout", words(before)))
                .after(Details.of("largest payout", words(most)));
        return Outcome.done(true, deed);
    }

    private static String words(Optional<Money> most) {
        return most.map(money -> money.decimal(Fiat.SCALE).toPlainString()).orElse("no limit");
    }
}
