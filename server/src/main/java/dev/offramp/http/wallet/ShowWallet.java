package dev.offramp.http.wallet;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.Deposits;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.http.trade.TradeRendering;
import dev.offramp.tenancy.Scope;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.Wallets;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.trade.TradeJson;
import dev.offramp.wire.wallet.WalletJson;
import java.util.Optional;

/// One deposit address with its newest deposit.
public record ShowWallet(
        Database db, Wallets wallets, Deposits deposits, WalletRendering rendering, TradeRendering trades)
        implements Endpoint {

    @Override
    public Route route() {
        return Route.get("/trades/wallets/{id}", Scope.READ, NamedWallet.PARAMETER);
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Show a wallet",
                        "One deposit address with its newest deposit.",
                        new Shape.One(WalletJson.class))
                .refusing(Refusal.WALLET_NOT_FOUND);
    }

    @Override
    public Answer answer(Request request) {
        return NamedWallet.find(request, wallets)
                .map(wallet -> Answer.success(Message.WALLET_RETRIEVED, db.transact(tx -> json(tx, wallet))))
                .orElseGet(() -> Answer.refusal(Refusal.WALLET_NOT_FOUND));
    }

    private WalletJson json(Transaction tx, Wallet wallet) {
        Optional<TradeJson> last =
                deposits.lastOf(tx, wallet.tenant(), wallet.id()).map(deposit -> trades.one(tx, deposit));
        return rendering.one(tx, wallet, last);
    }
}
