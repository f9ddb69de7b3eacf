package dev.offramp.dashboard.overview;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.transactions.TransactionLines;
import java.util.List;

/// The page a business begins with.
public final class OverviewPages {

    private OverviewPages() {}

    public static List<Page> all(Uses uses) {
        TransactionLines lines = new TransactionLines(uses.deposits(), uses.wallets(), uses.assets());
        return List.of(new ShowOverview(uses.ledger(), uses.figures(), lines));
    }
}
