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
import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.withdrawals.WithdrawalLimits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Sets the least and the most of a business's withdrawals of coins, or gives it the usual limits back.
record SetWithdrawalLimits(IntegrationBody body) implements Page {

    static final Field<BigDecimal> LEAST = Fields.amount("least", "Smallest withdrawal", Fiat.SCALE);
    static final Field<BigDecimal> MOST = Fields.amount("largest", "Largest withdrawal", Fiat.SCALE);

    @Override
    public Route route() {
        return Route.post(IntegrationBody.SIDE + "/withdrawal-limits");
    }

    @Override
    public Access access() {
        return Access.operator().fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(LEAST, MOST);
    }

    @Override
    public Answer answer(Visit visit) {
        return body.tenant(visit).map(tenant -> answer(visit, tenant)).orElseGet(Answer::missing);
    }

    private Answer answer(Visit visit, Tenant tenant) {
        Form form = checked(visit.form());
        if (!form.isValid()) {
            return body.side(visit, form);
        }
        Optional<WithdrawalLimits> own =
                form.find(LEAST).map(least -> new WithdrawalLimits(usd(least), usd(form.get(MOST))));
        visit.commit(tx -> set(tx, tenant, own));
        return Answer.redirect(
                IntegrationBody.sidePath(visit), Note.good("The limits hold for withdrawals placed from now on."));
    }

    /// Both or neither, in their order.
    private static Form checked(Form form) {
        if (!form.isValid()) {
            return form;
        }
        Optional<BigDecimal> least = form.find(LEAST);
        Optional<BigDecimal> most = form.find(MOST);
        if (least.isPresent() != most.isPresent()) {
            return form.refuse(least.isPresent() ? MOST : LEAST, "Give both amounts, or neither for the usual limits.");
        }
        return least.isPresent() && least.get().compareTo(most.get()) > 0
                ? form.refuse(MOST, "Largest withdrawal must not be less than the smallest.")
                : form;
    }

    private Outcome<Boolean> set(Transaction tx, Tenant tenant, Optional<WithdrawalLimits> own) {
        WithdrawalLimits before = body.withdrawals().limits(tx, tenant);
        body.withdrawals().limit(tx, tenant, own);
        Deed deed = Deed.of(Action.WITHDRAWAL_LIMITS_CHANGED, Subject.Kind.INTEGRATION, tenant.integration())
                .concerning(tenant.integration())
                .before(Details.of("environment", tenant.environment().code()).with("limits", words(before)))
                .after(Details.of("limits", words(body.withdrawals().limits(tx, tenant)))
                        .with("own", own.isPresent() ? "yes" : "no"));
        return Outcome.done(true, deed);
    }

    private static String words(WithdrawalLimits limits) {
        return limits.minimum().decimal(Fiat.SCALE).toPlainString() + " to "
                + limits.maximum().decimal(Fiat.SCALE).toPlainString() + " USD";
    }

    private static Money usd(BigDecimal amount) {
        return Fiat.USD.money(amount.toPlainString());
    }
}
