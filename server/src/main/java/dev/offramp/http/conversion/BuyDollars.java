package dev.offramp.http.conversion;

import dev.offramp.conversions.ConversionOutcome;
import dev.offramp.conversions.Conversions;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.http.withdrawal.CoinRefusals;
import dev.offramp.http.withdrawal.PinGuard;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.wire.DecimalField;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.PinField;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.TextField;
import dev.offramp.wire.account.ConvertedJson;
import dev.offramp.withdrawals.Asked;
import dev.offramp.withdrawals.FeeLevel;
import dev.offramp.withdrawals.NewWithdrawal;
import dev.offramp.withdrawals.Placement;
import dev.offramp.withdrawals.SavedAddress;
import dev.offramp.withdrawals.SavedAddressId;
import dev.offramp.withdrawals.SavedAddresses;
import dev.offramp.withdrawals.SentCoin;
import dev.offramp.withdrawals.WithdrawalOrigin;
import dev.offramp.withdrawals.Withdrawals;
import java.util.List;
import java.util.Optional;

/// Converts local currency into dollars, and sends them to a saved address at once if one is named: both or neither.
/// The currency is that in which the tenant receives, naira if it receives dollars.
public record BuyDollars(Tenancy tenancy, Conversions conversions, SavedAddresses addresses, Withdrawals withdrawals)
        implements Endpoint {

    private static final FeeLevel LEVEL = FeeLevel.MEDIUM;

    private static final DecimalField AMOUNT =
            Fields.decimal("amount").required().positive().decimals(Fiat.SCALE);
    private static final TextField ADDRESS = Fields.text("withdrawalAddressId");

    /// Asked for only where money leaves; clients send it always.
    private static final PinField PIN = Fields.pin("pin");

    @Override
    public Route route() {
        return Route.post("/payments/fiat-to-usd", Scope.WITHDRAWALS)
                .body(Form.of(AMOUNT, ADDRESS, PIN).requiring(ADDRESS, PIN));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Convert into dollars",
                        "From the local currency in which the business receives, naira if it receives dollars, at"
                                + " the market rate and the spread, without a fee. `amount` is in that currency. With"
                                + " `withdrawalAddressId`, a saved address, the dollars are sent there at once, less"
                                + " the fee of the medium level; that needs the PIN.",
                        new Shape.One(ConvertedJson.class))
                .refusing(
                        Refusal.PIN_UNSET,
                        Refusal.PIN_WRONG,
                        Refusal.ACCOUNT_FROZEN,
                        Refusal.SAVED_ADDRESS_NOT_FOUND,
                        Refusal.RATE_UNAVAILABLE,
                        Refusal.WITHDRAWALS_UNAVAILABLE,
                        Refusal.AMOUNT_OUTSIDE_LIMITS,
                        Refusal.WITHDRAWAL_DUPLICATE,
                        Refusal.AMOUNT_CONVERTS_TO_NOTHING,
                        Refusal.BALANCE_INSUFFICIENT);
    }

    @Override
    public Answer answer(Request request) {
        Optional<String> address = request.body().find(ADDRESS);
        return address.isEmpty()
                ? request.commit(tx -> ConversionAnswers.of(buy(tx, request, currency(tx, request)), Fiat.USD))
                : new PinGuard(tenancy)
                        .refuse(request.tenant(), request.body().get(PIN))
                        .orElseGet(() -> request.commit(tx -> send(tx, request, address.get())));
    }

    private Fiat currency(Transaction tx, Request request) {
        return tenancy.settings(tx, request.tenant()).localCurrency();
    }

    private ConversionOutcome buy(Transaction tx, Request request, Fiat from) {
        return conversions.buyDollars(tx, request.tenant(), request.body().get(AMOUNT), from);
    }

    private Answer send(Transaction tx, Request request, String addressId) {
        return ObjectId.parse(addressId)
                .flatMap(id -> addresses.find(tx, request.tenant(), new SavedAddressId(id)))
                .map(address -> send(tx, request, address))
                .orElseGet(() -> Answer.refusal(Refusal.SAVED_ADDRESS_NOT_FOUND));
    }

    /// What is sent is what was bought without the fee. Whether it can be is known before anything is converted: a
    /// refusal changes nothing.
    private Answer send(Transaction tx, Request request, SavedAddress address) {
        Fiat from = currency(tx, request);
        Optional<Money> worth =
                conversions.dollarsFor(tx, request.tenant(), request.body().get(AMOUNT), from);
        Optional<SentCoin> offer = withdrawals.offer(tx, request.tenant(), address.token(), address.network());
        if (worth.isEmpty()) {
            return Answer.refusal(Refusal.RATE_UNAVAILABLE);
        }
        if (offer.isEmpty()) {
            return CoinRefusals.unavailable(address.network());
        }
        Money amount = worth.get().minus(offer.get().fee(LEVEL));
        if (!amount.isPositive()) {
            return CoinRefusals.outside(offer.get().limits());
        }
        NewWithdrawal wish = wish(request, address, amount);
        return withdrawals
                .refusal(tx, wish)
                .map(refusal -> CoinRefusals.of(refusal, address.network()))
                .orElseGet(() -> send(tx, request, from, wish));
    }

    private Answer send(Transaction tx, Request request, Fiat from, NewWithdrawal wish) {
        ConversionOutcome outcome = buy(tx, request, from);
        if (!(outcome instanceof ConversionOutcome.Converted(Money bought))) {
            return ConversionAnswers.of(outcome, Fiat.USD);
        }
        Placement placement = withdrawals.place(tx, List.of(wish)).getFirst();
        if (!(placement instanceof Placement.Placed placed)) {
            throw new IllegalStateException("what was just converted cannot be sent: " + placement);
        }
        return ConversionAnswers.converted(
                bought, Fiat.USD, Optional.of(placed.withdrawal().id()));
    }

    private static NewWithdrawal wish(Request request, SavedAddress address, Money amount) {
        return new NewWithdrawal(
                request.tenant(),
                new WithdrawalOrigin.Request(Optional.empty()),
                address.token(),
                address.network(),
                address.address().value(),
                new Asked.Dollars(amount),
                LEVEL);
    }
}
