package dev.offramp.http.withdrawal;

import dev.offramp.db.Transaction;
import dev.offramp.gates.Entry;
import dev.offramp.gates.Pass;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.Payouts;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wire.ChoiceField;
import dev.offramp.wire.DecimalField;
import dev.offramp.wire.Decimals;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.Message;
import dev.offramp.wire.PinField;
import dev.offramp.wire.Reasons;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.TextField;
import dev.offramp.wire.Values;
import dev.offramp.wire.withdrawal.WithdrawalJson;
import dev.offramp.withdrawals.Asked;
import dev.offramp.withdrawals.FeeLevel;
import dev.offramp.withdrawals.NewWithdrawal;
import dev.offramp.withdrawals.Placement;
import dev.offramp.withdrawals.Token;
import dev.offramp.withdrawals.TokenNetwork;
import dev.offramp.withdrawals.WithdrawalOrigin;
import dev.offramp.withdrawals.WithdrawalSnapshot;
import dev.offramp.withdrawals.Withdrawals;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Sends stablecoins to an address. What is checked in which order: coin, network and address; PIN; external id;
/// limits;
/// the same amount to the same address; balance.
public record WithdrawToAddress(PinGuard pins, Withdrawals withdrawals, Payouts payouts, ExternalIds externalIds)
        implements Endpoint {

    private static final int PER_MINUTE = 200;
    private static final int COIN_DECIMALS = 8;

    private static final DecimalField AMOUNT =
            Fields.decimal("amount").positive().decimals(Fiat.SCALE);
    private static final DecimalField COINS =
            Fields.decimal("cryptoAmount").positive().decimals(COIN_DECIMALS);
    private static final ChoiceField<Token> TOKEN = Fields.choice(
                    "token", Token.class, Token::name, List.of(Token.values()))
            .required();
    private static final ChoiceField<TokenNetwork> NETWORK =
            Fields.choice("network", TokenNetwork.class, TokenNetwork::name, List.of(TokenNetwork.values()));
    private static final TextField ADDRESS = Fields.text("walletAddress").required();
    private static final ChoiceField<FeeLevel> FEE_LEVEL =
            Fields.choice("feeLevel", FeeLevel.class, FeeLevel::code, List.of(FeeLevel.values()));
    private static final PinField PIN = Fields.pin("pin").required();
    private static final TextField EXTERNAL_ID = Fields.text("externalId").max(100);

    public WithdrawToAddress(Tenancy tenancy, Withdrawals withdrawals, Payouts payouts, ExternalIds externalIds) {
        this(new PinGuard(tenancy), withdrawals, payouts, externalIds);
    }

    /// What has the external id of a request already.
    ///
    /// @param isPayout whether it is a bank withdrawal
    private record Named(boolean isPayout) {}

    @Override
    public Route route() {
        return Route.post("/payments/withdraw/address", Scope.WITHDRAWALS)
                .body(Form.of(AMOUNT, COINS, TOKEN, NETWORK, ADDRESS, FEE_LEVEL, PIN, EXTERNAL_ID)
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
        Environment environment = request.tenant().environment();
        Token token = request.body().get(TOKEN);
        String address = request.body().get(ADDRESS);
        Optional<TokenNetwork> network =
                request.body().find(NETWORK).or(() -> only(withdrawals.networksOf(environment, token, address)));
        if (network.isEmpty()) {
            return invalid(NETWORK.name(), "network is required");
        }
        if (!withdrawals.has(environment, token, network.get())) {
            return invalid(NETWORK.name(), token + " is not on " + network.get());
        }
        if (withdrawals.payable(environment, token, network.get(), address).isEmpty()) {
            return badAddress(network.get());
        }
        return request.body()
                .find(EXTERNAL_ID)
                .map(externalId -> answer(request, network.get(), externalId))
                .orElseGet(() -> guarded(request, tx -> place(tx, request, network.get())));
    }

    private static Optional<TokenNetwork> only(List<TokenNetwork> networks) {
        return networks.size() == 1 ? Optional.of(networks.getFirst()) : Optional.empty();
    }

    private static Answer invalid(String field, String reason) {
        return Answer.invalid(Reasons.of(field, reason));
    }

    private static Answer badAddress(TokenNetwork network) {
        return invalid(ADDRESS.name(), "walletAddress is not an address of " + network);
    }

    private Answer answer(Request request, TokenNetwork network, String externalId) {
        return switch (externalIds.enter(request.tenant(), externalId, tx -> named(tx, request.tenant(), externalId))) {
            case Entry.Entered<Named>(Pass pass) -> {
                try (pass) {
                    yield guarded(request, tx -> {
                        pass.end(tx);
                        return place(tx, request, network);
                    });
                }
            }
            case Entry.Done<Named>(Named earlier) ->
                guarded(
                        request,
                        tx -> earlier.isPayout()
                                ? Answer.refusal(Refusal.EXTERNAL_ID_USED)
                                : place(tx, request, network));
            case Entry.Occupied<Named> _ -> throw new IllegalStateException("waited for");
        };
    }

    private Optional<Named> named(Transaction tx, Tenant tenant, String externalId) {
        boolean isPayout = payouts.named(tx, tenant, externalId).isPresent();
        return isPayout || withdrawals.named(tx, tenant, externalId).isPresent()
                ? Optional.of(new Named(isPayout))
                : Optional.empty();
    }

    private Answer guarded(Request request, Function<Transaction, Answer> work) {
        return pins.refuse(request.tenant(), request.body().get(PIN)).orElseGet(() -> request.commit(work));
    }

    private Answer place(Transaction tx, Request request, TokenNetwork network) {
        Values body = request.body();
        NewWithdrawal wish = new NewWithdrawal(
                request.tenant(),
                new WithdrawalOrigin.Request(body.find(EXTERNAL_ID)),
                body.get(TOKEN),
                network,
                body.get(ADDRESS),
                asked(body),
                body.find(FEE_LEVEL).orElse(FeeLevel.MEDIUM));
        return switch (withdrawals.place(tx, List.of(wish)).getFirst()) {
            case Placement.Placed(WithdrawalSnapshot withdrawal) -> received(withdrawal);
            case Placement.AlreadyPlaced(WithdrawalSnapshot earlier, boolean isSame) ->
                isSame ? received(earlier.asPlaced()) : Answer.refusal(Refusal.EXTERNAL_ID_USED);
            case Placement.NoSuchCoin _ -> invalid(NETWORK.name(), body.get(TOKEN) + " is not on " + network);
            case Placement.UnusableAddress _ -> badAddress(network);
            case Placement.NoSender _ -> Answer.refusal(Refusal.WITHDRAWALS_UNAVAILABLE, network);
            case Placement.NoRate _ -> Answer.refusal(Refusal.RATE_UNAVAILABLE);
            case Placement.OutsideLimits(Money minimum, Money maximum) ->
                Answer.refusal(Refusal.AMOUNT_OUTSIDE_LIMITS, plain(minimum), plain(maximum));
            case Placement.Duplicate _ -> Answer.refusal(Refusal.WITHDRAWAL_DUPLICATE);
            case Placement.InsufficientFunds _ -> Answer.refusal(Refusal.BALANCE_INSUFFICIENT);
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

    private static String plain(Money money) {
        return Decimals.plain(money.decimal(Fiat.SCALE));
    }
}
