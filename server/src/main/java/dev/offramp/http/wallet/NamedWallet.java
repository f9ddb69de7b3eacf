package dev.offramp.http.wallet;

import dev.offramp.db.ObjectId;
import dev.offramp.http.PathParameter;
import dev.offramp.http.Request;
import dev.offramp.wallets.VaultId;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import dev.offramp.wallets.Wallets;
import java.util.Optional;

/// The wallet that a path names: by its id, or by its `vaultId`.
final class NamedWallet {

    static final PathParameter PARAMETER = PathParameter.walletId("id");

    private NamedWallet() {}

    static Optional<Wallet> find(Request request, Wallets wallets) {
        String name = request.text(PARAMETER.name());
        Optional<ObjectId> id = ObjectId.parse(name);
        return id.isPresent()
                ? wallets.find(request.tenant(), new WalletId(id.get()))
                : VaultId.parse(name).flatMap(vaultId -> wallets.find(request.tenant(), vaultId));
    }
}
