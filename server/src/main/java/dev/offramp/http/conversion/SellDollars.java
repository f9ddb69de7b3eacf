package dev.offramp.http.conversion;

import dev.offramp.conversions.ConversionOutcome;
import dev.offramp.conversions.Conversions;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.BankAccount;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.http.withdrawal.PinGuard;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.NewPayout;
import dev.offramp.payouts.PayoutOrigin;
import dev.offramp.payouts.PayoutTerms;
import dev.offramp.payouts.Payouts;
import dev.offramp.payouts.Placement;
import dev.offramp.payouts.SavedBank;
import dev.offramp.payouts.SavedBankId;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wire.DecimalField;
import dev.offramp.wire.Decimals;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.PinField;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.TextField;
import dev.offramp.wire.account.ConvertedJson;
import java.util.List;
import java.util.Optional;

/// Converts dollars into local currency, and pays them out to a saved bank at once if one is named: both or neither.
public record SellDollars(Tenancy tenancy, Conversions conversions, SavedBanks savedBanks, Payouts payouts)
        implements Endpoint {

    private static final DecimalField AMOUNT =
            Fields.decimal("amount").required().positive().decimals(Fiat.SCALE);
    private static final TextField BANK = Fields.text("bank");
    private static final PinField PIN = Fields.pin("pin");

    @Override
    public Route route() {
        return Route.post("/payments/convert", Scope.WITHDRAWALS)
                .body(Form.of(AMOUNT, BANK, PIN).requiring(BANK, PIN));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Convert dollars",
                        "Into local currency, at the market rate less the spread, without a fee. With `bank`, a"
                                + " saved bank account, the result is paid out at once; that needs the PIN. Without it the"
                                + " currency is the one in which the business receives, naira if it receives dollars.",
                        new Shape.One(ConvertedJson.class))
                .refusing(
                        Refusal.PIN_UNSET,
                        Refusal.PIN_WRONG,
                        Refusal.ACCOUNT_FROZEN,
                        Refusal.BANK_NOT_FOUND,
                        Refusal.PAYOUTS_UNAVAILABLE,
                        Refusal.AMOUNT_TOO_SMALL,
                        Refusal.AMOUNT_TOO_LARGE,
                        Refusal.RATE_UNAVAILABLE,
                        Refusal.AMOUNT_CONVERTS_TO_NOTHING,
                        Refusal.BALANCE_INSUFFICIENT);
    }

    @Override
    public Answer answer(Request request) {
        Optional<String> bank = request.body().find(BANK);
        return bank.isEmpty()
                ? request.commit(tx -> keep(tx, request))
                : new PinGuard(tenancy)
                        .refuse(request.tenant(), request.body().get(PIN))
                        .orElseGet(() -> request.commit(tx -> payOut(tx, request, bank.get())));
    }

    private Answer keep(Transaction tx, Request request) {
        Fiat currency = tenancy.settings(tx, request.tenant()).localCurrency();
        return ConversionAnswers.of(convert(tx, request, currency), currency);
    }

    private ConversionOutcome convert(Transaction tx, Request request, Fiat currency) {
        return conversions.sellDollars(tx, request.tenant(), request.body().get(AMOUNT), currency);
    }

    private Answer payOut(Transaction tx, Request request, String bankId) {
        return ObjectId.parse(bankId)
                .flatMap(id -> savedBanks.find(tx, request.tenant(), new SavedBankId(id)))
                .map(bank -> payOut(tx, request, bank))
                .orElseGet(() -> Answer.refusal(Refusal.BANK_NOT_FOUND));
    }

    /// Whether it can be paid out is known before anything is converted: a refusal changes nothing.
    private Answer payOut(Transaction tx, Request request, SavedBank bank) {
        Fiat currency = bank.account().currency();
        Optional<PayoutTerms> terms = Optional.ofNullable(
                payouts.terms(tx, List.of(request.tenant()), currency).get(request.tenant()));
        if (terms.isEmpty()) {
            return Answer.refusal(Refusal.PAYOUTS_UNAVAILABLE, currency.code());
        }
        Optional<Money> worth =
                conversions.worth(tx, request.tenant(), request.body().get(AMOUNT), currency);
        return worth.flatMap(amount -> refusal(terms.get(), amount)).orElseGet(() -> {
            ConversionOutcome outcome = convert(tx, request, currency);
            if (outcome instanceof ConversionOutcome.Converted(Money bought)) {
                place(tx, request.tenant(), bank, bought);
            }
            return ConversionAnswers.of(outcome, currency);
        });
    }

    private static Optional<Answer> refusal(PayoutTerms terms, Money amount) {
        if (terms.isTooSmall(amount)) {
            return Optional.of(Answer.refusal(Refusal.AMOUNT_TOO_SMALL, plain(terms.least())));
        }
        return terms.maximum()
                .filter(most -> terms.isTooLarge(amount))
                .map(most -> Answer.refusal(Refusal.AMOUNT_TOO_LARGE, plain(most)));
    }

    private static String plain(Money money) {
        return Decimals.plain(money.decimal(Fiat.SCALE));
    }

    private void place(Transaction tx, Tenant tenant, SavedBank bank, Money amount) {
        BankAccount account = bank.account();
        NewPayout wish =
                new NewPayout(tenant, new PayoutOrigin.Withdrawal(bank.id(), Optional.empty()), amount, account);
        Placement placement = payouts.place(tx, List.of(wish)).getFirst();
        if (!(placement instanceof Placement.Placed)) {
            throw new IllegalStateException("what was just converted cannot be paid out: " + placement);
        }
    }
}
