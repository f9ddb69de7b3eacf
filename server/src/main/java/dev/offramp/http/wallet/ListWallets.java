package dev.offramp.http.wallet;

import dev.offramp.db.Database;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.tenancy.Scope;
import dev.offramp.wallets.WalletPage;
import dev.offramp.wallets.Wallets;
import dev.offramp.wire.Message;
import dev.offramp.wire.Page;
import dev.offramp.wire.wallet.WalletJson;
import java.util.List;

/// A tenant's deposit addresses, newest first.
public record ListWallets(Database db, Wallets wallets, WalletRendering rendering) implements Endpoint {

    @Override
    public Route route() {
        return Route.get("/trades/wallets", Scope.READ).query(Page.FORM);
    }

    @Override
    public Answer answer(Request request) {
        Page page = Page.of(request.query());
        WalletPage found = wallets.page(request.tenant(), page.number(), page.size());
        List<WalletJson> list = db.transact(tx -> rendering.all(tx, found.wallets()));
        return Answer.page(Message.WALLETS_RETRIEVED, list, page.meta(found.total()));
    }
}
