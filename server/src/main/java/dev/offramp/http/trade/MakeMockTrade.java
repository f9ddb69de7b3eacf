package dev.offramp.http.trade;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.chains.Address;
import dev.offramp.chains.AddressForm;
import dev.offramp.chains.TxHash;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.Deposits;
import dev.offramp.deposits.MockTrade;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.DecimalField;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.Message;
import dev.offramp.wire.Reasons;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.TextField;
import dev.offramp.wire.Values;
import dev.offramp.wire.WholeField;
import dev.offramp.wire.trade.MockTradeJson;
import java.util.Optional;

/// Makes a deposit up, in the sandbox. It is pending when the answer is given.
public record MakeMockTrade(Assets assets, Deposits deposits) implements Endpoint {

    private static final int NAME_MAX = 100;
    /// More blocks than any asset waits for.
    private static final int CONFIRMATIONS_MAX = 1_000_000;

    private static final TextField ADDRESS = Fields.text("walletAddress").required();
    private static final TextField ASSET = Fields.text("asset").required().max(64);
    private static final DecimalField USD =
            Fields.decimal("amountInUSD").required().positive().decimals(8);
    private static final DecimalField COINS =
            Fields.decimal("cryptoReceived").required().positive();
    private static final TextField REFERENCE =
            Fields.text("reference").required().max(NAME_MAX);
    private static final TextField TX_HASH = Fields.text("txHash").required().max(NAME_MAX);
    private static final TextField SENDER = Fields.text("sourceAddress");
    private static final WholeField CONFIRMATIONS =
            Fields.whole("confirmations").to(CONFIRMATIONS_MAX);

    @Override
    public Route route() {
        return Route.post("/trades/sell/mock-trade", Scope.DEPOSITS)
                .body(Form.of(ADDRESS, ASSET, USD, COINS, REFERENCE, TX_HASH, SENDER, CONFIRMATIONS));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Make a deposit up",
                        "Sandbox only. The deposit is pending when the answer is given and goes the way of a real"
                                + " one from there. `amountInUSD` and `cryptoReceived` are taken as given; `confirmations`"
                                + " is how deep it lies already.",
                        new Shape.One(MockTradeJson.class))
                .refusing(
                        Refusal.ACCESS_FORBIDDEN,
                        Refusal.WALLET_NOT_FOUND,
                        Refusal.TX_HASH_EXISTS,
                        Refusal.REFERENCE_EXISTS);
    }

    @Override
    public Answer answer(Request request) {
        Environment environment = request.tenant().environment();
        if (environment == Environment.PRODUCTION) {
            return Answer.refusal(Refusal.ACCESS_FORBIDDEN);
        }
        return mock(environment, request.body())
                .map(mock -> request.commit(tx -> answer(deposits.mock(tx, request.tenant(), mock))))
                .orElseGet(() -> Answer.refusal(Refusal.WALLET_NOT_FOUND));
    }

    /// Empty when there is no such asset, or its network has no such address.
    private Optional<MockTrade> mock(Environment environment, Values body) {
        return assets.find(new AssetCode(body.get(ASSET)))
                .filter(asset -> asset.environment() == environment)
                .flatMap(asset -> address(asset, body).map(address -> mock(asset, address, body)));
    }

    /// As wallets have it, however it was spelt.
    private static Optional<Address> address(Asset asset, Values body) {
        return AddressForm.canonical(asset.network().family(), asset.environment(), body.get(ADDRESS));
    }

    private static MockTrade mock(Asset asset, Address address, Values body) {
        return new MockTrade(
                address,
                asset.code(),
                body.get(USD),
                body.get(COINS),
                body.get(REFERENCE),
                new TxHash(body.get(TX_HASH)),
                body.find(SENDER).map(Address::new),
                Math.max(1, body.find(CONFIRMATIONS).orElse(1)));
    }

    private static Answer answer(MockTrade.Outcome outcome) {
        return switch (outcome) {
            case MockTrade.Outcome.Queued(DepositId id) ->
                Answer.success(Message.MOCK_TRADE_QUEUED, new MockTradeJson(id.toString()));
            case MockTrade.Outcome.WalletNotFound() -> Answer.refusal(Refusal.WALLET_NOT_FOUND);
            case MockTrade.Outcome.TooPrecise(int decimals) ->
                Answer.invalid(Reasons.of(COINS.name(), COINS.name() + " must have at most " + decimals + " decimals"));
            case MockTrade.Outcome.TxHashTaken() -> Answer.refusal(Refusal.TX_HASH_EXISTS);
            case MockTrade.Outcome.ReferenceTaken() -> Answer.refusal(Refusal.REFERENCE_EXISTS);
        };
    }
}
