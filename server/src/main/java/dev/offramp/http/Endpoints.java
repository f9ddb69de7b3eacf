package dev.offramp.http;

import dev.offramp.assets.Assets;
import dev.offramp.db.Database;
import dev.offramp.deposits.Deposits;
import dev.offramp.destinations.Destinations;
import dev.offramp.http.asset.CalculateRate;
import dev.offramp.http.asset.ListAssets;
import dev.offramp.ledger.Ledger;
import dev.offramp.payouts.Banks;
import dev.offramp.payouts.Payouts;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.wallets.Wallets;
import dev.offramp.webhooks.Webhooks;
import java.util.List;
import java.util.stream.Stream;

/// The whole of `/v1`, on one screen.
public final class Endpoints {

    /// The rooms they use.
    public record Uses(
            Database db,
            Tenancy tenancy,
            Assets assets,
            Rates rates,
            Wallets wallets,
            Destinations destinations,
            Deposits deposits,
            Banks banks,
            SavedBanks savedBanks,
            Payouts payouts,
            Ledger ledger,
            Webhooks webhooks) {}

    private Endpoints() {}

    public static List<Endpoint> all(Uses uses) {
        return Stream.of(assets(uses)).flatMap(List::stream).toList();
    }

    private static List<Endpoint> assets(Uses uses) {
        return List.of(
                new ListAssets("/trades/assets", uses.db(), uses.assets(), uses.rates(), uses.tenancy()),
                new ListAssets("/trades/sell/assets", uses.db(), uses.assets(), uses.rates(), uses.tenancy()),
                new CalculateRate(uses.db(), uses.assets(), uses.rates(), uses.tenancy()));
    }
}
