package dev.offramp.http.withdrawal;

import dev.offramp.db.Transaction;
import dev.offramp.gates.Entry;
import dev.offramp.gates.Pass;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.http.withdrawal.PayeeForm.Reading;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.outflows.Outflow;
import dev.offramp.outflows.Outflows;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.wire.ChoiceField;
import dev.offramp.wire.DecimalField;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.Message;
import dev.offramp.wire.PinField;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.TextField;
import dev.offramp.wire.Values;
import dev.offramp.wire.withdrawal.WithdrawalJson;
import dev.offramp.withdrawals.Asked;
import dev.offramp.withdrawals.FeeLevel;
import dev.offramp.withdrawals.NewWithdrawal;
import dev.offramp.withdrawals.Placement;
import dev.offramp.withdrawals.WithdrawalOrigin;
import dev.offramp.withdrawals.WithdrawalSnapshot;
import dev.offramp.withdrawals.Withdrawals;
import java.util.List;
import java.util.function.Function;

/// Sends stablecoins to an address. What is checked in which order: coin, network and address; PIN; external id;
/// limits; the same amount to the same address; balance.
public record WithdrawToAddress(PinGuard pins, Withdrawals withdrawals, Outflows outflows, ExternalIds externalIds)
        implements Endpoint {

    private static final int PER_MINUTE = 200;
    private static final int COIN_DECIMALS = 8;

    private static final DecimalField AMOUNT =
            Fields.decimal("amount").positive().decimals(Fiat.SCALE);
    private static final DecimalField COINS =
            Fields.decimal("cryptoAmount").positive().decimals(COIN_DECIMALS);
    private static final PayeeForm PAYEE =
            new PayeeForm(Fields.text("walletAddress").required());
    private static final ChoiceField<FeeLevel> FEE_LEVEL =
            Fields.choice("feeLevel", FeeLevel.class, FeeLevel::code, List.of(FeeLevel.values()));
    private static final PinField PIN = Fields.pin("pin").required();
    private static final TextField EXTERNAL_ID = Fields.text("externalId").max(100);

    public WithdrawToAddress(Tenancy tenancy, Withdrawals withdrawals, Outflows outflows, ExternalIds externalIds) {
        this(new PinGuard(tenancy), withdrawals, outflows, externalIds);
    }

    @Override
    public Route route() {
        return Route.post("/payments/withdraw/address", Scope.WITHDRAWALS)
                .body(Form.of(
                                AMOUNT,
                                COINS,
                                PayeeForm.TOKEN,
                                PayeeForm.NETWORK,
                                PAYEE.address(),
                                FEE_LEVEL,
                                PIN,
                                EXTERNAL_ID)
                        .exactlyOne(AMOUNT, COINS))
                .perMinute(PER_MINUTE);
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Withdraw stablecoins",
                        "Sends stablecoins from the dollar balance. Either `amount` (dollars) or `cryptoAmount`"
                                + " (coins); the fee comes on top, by network and `feeLevel`. `network` may be left out"
                                + " when the address leaves one. The same amount is not sent to the same address twice"
                                + " within a minute. A repeat with the same `externalId` and the same wish gets the first"
                                + " answer and moves nothing.",
                        new Shape.One(WithdrawalJson.class))
                .refusing(
                        Refusal.PIN_UNSET,
                        Refusal.PIN_WRONG,
                        Refusal.ACCOUNT_FROZEN,
                        Refusal.EXTERNAL_ID_USED,
                        Refusal.WITHDRAWALS_UNAVAILABLE,
                        Refusal.RATE_UNAVAILABLE,
                        Refusal.AMOUNT_OUTSIDE_LIMITS,
                        Refusal.WITHDRAWAL_DUPLICATE,
                        Refusal.BALANCE_INSUFFICIENT);
    }

    @Override
    public Answer answer(Request request) {
        return switch (PAYEE.read(withdrawals, request.tenant().environment(), request.body())) {
            case Reading.Payee payee ->
                request.body()
                        .find(EXTERNAL_ID)
                        .map(externalId -> answer(request, payee, externalId))
                        .orElseGet(() -> guarded(request, tx -> place(tx, request, payee)));
            case Reading.Refused(Answer answer) -> answer;
        };
    }

    private Answer answer(Request request, Reading.Payee payee, String externalId) {
        return switch (externalIds.enter(
                request.tenant(), externalId, tx -> outflows.named(tx, request.tenant(), externalId))) {
            case Entry.Entered<Outflow>(Pass pass) -> {
                try (pass) {
                    yield guarded(request, tx -> {
                        pass.end(tx);
                        return place(tx, request, payee);
                    });
                }
            }
            case Entry.Done<Outflow>(Outflow earlier) ->
                guarded(
                        request,
                        tx -> earlier instanceof Outflow.ToBank
                                ? Answer.refusal(Refusal.EXTERNAL_ID_USED)
                                : place(tx, request, payee));
            case Entry.Occupied<Outflow> _ -> throw new IllegalStateException("waited for");
        };
    }

    private Answer guarded(Request request, Function<Transaction, Answer> work) {
        return pins.refuse(request.tenant(), request.body().get(PIN)).orElseGet(() -> request.commit(work));
    }

    private Answer place(Transaction tx, Request request, Reading.Payee payee) {
        Values body = request.body();
        NewWithdrawal wish = new NewWithdrawal(
                request.tenant(),
                new WithdrawalOrigin.Request(body.find(EXTERNAL_ID)),
                payee.token(),
                payee.network(),
                payee.address().value(),
                asked(body),
                body.find(FEE_LEVEL).orElse(FeeLevel.MEDIUM));
        return switch (withdrawals.place(tx, List.of(wish)).getFirst()) {
            case Placement.Placed(WithdrawalSnapshot withdrawal) -> received(withdrawal);
            case Placement.AlreadyPlaced(WithdrawalSnapshot earlier, boolean isSame) ->
                isSame ? received(earlier.asPlaced()) : Answer.refusal(Refusal.EXTERNAL_ID_USED);
            case Placement refused -> CoinRefusals.of(refused, payee.network());
        };
    }

    private static Asked asked(Values body) {
        return body.find(AMOUNT)
                .<Asked>map(amount -> new Asked.Dollars(Money.exactly(Fiat.USD.asset(), Fiat.SCALE, amount)))
                .orElseGet(() -> new Asked.Coins(body.get(COINS)));
    }

    private static Answer received(WithdrawalSnapshot withdrawal) {
        return Answer.success(Message.WITHDRAWAL_RECEIVED, WithdrawalRendering.of(withdrawal));
    }
}
