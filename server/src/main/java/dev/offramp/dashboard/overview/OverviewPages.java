package dev.offramp.dashboard.overview;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// The page a business begins with.
public final class OverviewPages {

    private OverviewPages() {}

    public static List<Page> all(Uses uses) {
        return List.of(
                new ShowOverview(uses.ledger(), new DepositLines(uses.deposits(), uses.wallets(), uses.assets())));
    }
}
