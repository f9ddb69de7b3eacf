package dev.offramp.http.withdrawal;

import dev.offramp.db.Transaction;
import dev.offramp.destinations.BankAccount;
import dev.offramp.gates.Entry;
import dev.offramp.gates.Pass;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.PathParameter;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.http.bank.AccountCheck;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.outflows.Outflow;
import dev.offramp.outflows.Outflows;
import dev.offramp.payouts.NewPayout;
import dev.offramp.payouts.PayoutId;
import dev.offramp.payouts.PayoutOrigin;
import dev.offramp.payouts.PayoutSnapshot;
import dev.offramp.payouts.PayoutStatus;
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
import dev.offramp.wire.Message;
import dev.offramp.wire.PinField;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.TextField;
import dev.offramp.wire.Values;
import dev.offramp.wire.withdrawal.ReceivedWithdrawalJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Pays out to a saved bank. What is checked in which order: PIN, external id, bank, limits, balance.
public record WithdrawToBank(
        PinGuard pins, SavedBanks savedBanks, Payouts payouts, Outflows outflows, ExternalIds externalIds)
        implements Endpoint {

    private static final DecimalField AMOUNT =
            Fields.decimal("amount").required().positive().decimals(Fiat.SCALE);
    private static final PinField PIN = Fields.pin("pin").required();
    private static final TextField EXTERNAL_ID = Fields.text("externalId").max(100);

    public WithdrawToBank(
            Tenancy tenancy, SavedBanks savedBanks, Payouts payouts, Outflows outflows, ExternalIds externalIds) {
        this(new PinGuard(tenancy), savedBanks, payouts, outflows, externalIds);
    }

    @Override
    public Route route() {
        return Route.post("/payments/withdraw/bank/{id}", Scope.WITHDRAWALS, PathParameter.id("id"))
                .body(Form.of(AMOUNT, PIN, AccountCheck.NARRATION, EXTERNAL_ID));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Withdraw to a bank account",
                        "Pays out to a saved bank account. `amount` is in its currency and is debited in full;"
                                + " the fee comes out of it. A repeat with the same `externalId` and the same wish gets the"
                                + " first answer and moves nothing.",
                        new Shape.One(ReceivedWithdrawalJson.class))
                .refusing(
                        Refusal.PIN_UNSET,
                        Refusal.PIN_WRONG,
                        Refusal.ACCOUNT_FROZEN,
                        Refusal.EXTERNAL_ID_USED,
                        Refusal.BANK_NOT_FOUND,
                        Refusal.AMOUNT_TOO_SMALL,
                        Refusal.AMOUNT_TOO_LARGE,
                        Refusal.PAYOUTS_UNAVAILABLE,
                        Refusal.BALANCE_INSUFFICIENT);
    }

    @Override
    public Answer answer(Request request) {
        return request.body()
                .find(EXTERNAL_ID)
                .map(externalId -> answer(request, externalId))
                .orElseGet(() -> guarded(request, tx -> place(tx, request)));
    }

    private Answer answer(Request request, String externalId) {
        Tenant tenant = request.tenant();
        return switch (externalIds.enter(tenant, externalId, tx -> outflows.named(tx, tenant, externalId))) {
            case Entry.Entered<Outflow>(Pass pass) -> {
                try (pass) {
                    Answer answer = guarded(request, tx -> {
                        pass.end(tx);
                        return place(tx, request);
                    });
                    pass.settled();
                    yield answer;
                }
            }
            case Entry.Done<Outflow>(Outflow.ToBank(PayoutSnapshot earlier)) ->
                guarded(request, tx -> repeat(tx, request, earlier));
            case Entry.Done<Outflow>(Outflow.ToAddress _) ->
                guarded(request, _ -> Answer.refusal(Refusal.EXTERNAL_ID_USED));
            case Entry.Occupied<Outflow> _ -> throw new IllegalStateException("waited for");
        };
    }

    private Answer guarded(Request request, Function<Transaction, Answer> work) {
        return pins.refuse(request.tenant(), request.body().get(PIN)).orElseGet(() -> request.commit(work));
    }

    /// The same withdrawal gets the answer it got; another one may not have the name.
    private Answer repeat(Transaction tx, Request request, PayoutSnapshot earlier) {
        boolean isSame = earlier.savedBank().filter(bank(request)::equals).isPresent()
                && amount(request.body(), earlier.currency()).equals(earlier.amount())
                && isSameNarration(tx, request, earlier.account().narration());
        return isSame ? received(earlier.id()) : Answer.refusal(Refusal.EXTERNAL_ID_USED);
    }

    /// Without a narration the saved bank's was meant. Once that is forgotten, nothing tells it from another.
    private boolean isSameNarration(Transaction tx, Request request, Optional<String> earlier) {
        Optional<String> narration = request.body().find(AccountCheck.NARRATION);
        return narration.isPresent()
                ? narration.equals(earlier)
                : savedBanks
                        .find(tx, request.tenant(), bank(request))
                        .map(bank -> bank.account().narration().equals(earlier))
                        .orElse(true);
    }

    private Answer place(Transaction tx, Request request) {
        return savedBanks
                .find(tx, request.tenant(), bank(request))
                .map(bank -> place(tx, request, bank))
                .orElseGet(() -> Answer.refusal(Refusal.BANK_NOT_FOUND));
    }

    private Answer place(Transaction tx, Request request, SavedBank bank) {
        Values body = request.body();
        BankAccount account = bank.account();
        NewPayout wish = new NewPayout(
                request.tenant(),
                new PayoutOrigin.Withdrawal(bank.id(), body.find(EXTERNAL_ID)),
                amount(body, account.currency()),
                body.find(AccountCheck.NARRATION).map(account::saying).orElse(account));
        return switch (payouts.place(tx, List.of(wish)).getFirst()) {
            case Placement.Placed(PayoutSnapshot payout) -> received(payout.id());
            case Placement.InsufficientFunds _ -> Answer.refusal(Refusal.BALANCE_INSUFFICIENT);
            case Placement.BelowMinimum(Money minimum) -> Answer.refusal(Refusal.AMOUNT_TOO_SMALL, plain(minimum));
            case Placement.AboveMaximum(Money maximum) -> Answer.refusal(Refusal.AMOUNT_TOO_LARGE, plain(maximum));
            case Placement.NoRail(Fiat currency) -> Answer.refusal(Refusal.PAYOUTS_UNAVAILABLE, currency.code());
            case Placement.AlreadyPlaced _ ->
                payouts.named(tx, request.tenant(), body.get(EXTERNAL_ID))
                        .map(earlier -> repeat(tx, request, earlier))
                        .orElseThrow();
        };
    }

    /// The answer of the moment when it was placed, however it stands by now.
    private static Answer received(PayoutId id) {
        return Answer.success(
                Message.WITHDRAWAL_RECEIVED, new ReceivedWithdrawalJson(id.toString(), PayoutStatus.PENDING.code()));
    }

    private static SavedBankId bank(Request request) {
        return new SavedBankId(request.objectId("id"));
    }

    private static Money amount(Values body, Fiat currency) {
        return Money.exactly(currency.asset(), Fiat.SCALE, body.get(AMOUNT));
    }

    private static String plain(Money money) {
        return Decimals.plain(money.decimal(Fiat.SCALE));
    }
}
