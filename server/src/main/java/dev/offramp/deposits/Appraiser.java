package dev.offramp.deposits;

import dev.offramp.assets.Assets;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.Destinations;
import dev.offramp.destinations.Target;
import dev.offramp.rates.RateBoard;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import dev.offramp.tenancy.TenantSettings;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Reads, in a few set-based questions, all that the deposits of some wallets are worth and where their money goes.
final class Appraiser {

    private final Assets assets;
    private final Rates rates;
    private final Tenancy tenancy;
    private final Destinations destinations;

    Appraiser(Assets assets, Rates rates, Tenancy tenancy, Destinations destinations) {
        this.assets = assets;
        this.rates = rates;
        this.tenancy = tenancy;
        this.destinations = destinations;
    }

    Assets assets() {
        return assets;
    }

    Appraisal load(Transaction tx, Collection<Wallet> wallets) {
        Set<Tenant> tenants = new HashSet<>();
        Map<WalletId, Wallet> byId = new HashMap<>();
        Map<Environment, RateBoard> boards = new EnumMap<>(Environment.class);
        for (Wallet wallet : wallets) {
            tenants.add(wallet.tenant());
            byId.put(wallet.id(), wallet);
            boards.computeIfAbsent(wallet.tenant().environment(), environment -> rates.board(tx, environment));
        }
        Map<Tenant, TenantSettings> settings = tenancy.settings(tx, tenants);
        Map<WalletId, Target> targets = destinations.targets(tx, wallets);
        return new Appraisal(assets, byId, settings, targets, boards);
    }
}
