package dev.offramp.http.wallet;

import dev.offramp.db.Database;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.http.TenantList;
import dev.offramp.tenancy.Scope;
import dev.offramp.wallets.Wallets;
import dev.offramp.wire.Message;
import dev.offramp.wire.wallet.WalletJson;

/// A tenant's deposit addresses, newest first.
///
/// `filter`: `label`, `address`, `vaultId`, `asset` (its id), `identifier`. `search` finds a wallet by its id, its
/// label or its address. `sort`: `vaultId`, `createdAt`, `label`.
public record ListWallets(TenantList<WalletJson> list) implements Endpoint {

    public ListWallets(Database db, Wallets wallets, WalletRendering rendering) {
        this(TenantList.of(
                db,
                wallets.list(rendering.assets()).seenAs((tx, tenant, found) -> rendering.all(tx, found)),
                WalletJson.class,
                Message.WALLETS_RETRIEVED,
                "wallets.csv"));
    }

    @Override
    public Route route() {
        return list.on(Route.get("/trades/wallets", Scope.READ));
    }

    @Override
    public Manual manual() {
        return list.manual("List wallets", "Deposit addresses, newest first.");
    }

    @Override
    public Answer answer(Request request) {
        return list.answer(request);
    }
}
