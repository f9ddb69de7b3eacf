package dev.offramp.dashboard.held;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// The pages about what is held back.
public final class HeldPages {

    private HeldPages() {}

    public static List<Page> all(Uses uses) {
        HeldDeposits held = new HeldDeposits(uses.deposits(), uses.wallets(), uses.tenancy(), uses.assets());
        ShowFlaggedDeposit one = new ShowFlaggedDeposit(held);
        return List.of(
                new ShowFlagged(held),
                one,
                new CompleteFlagged(uses.deposits()),
                new RejectFlagged(uses.deposits(), one),
                new ShowArrivals(uses.deposits(), uses.tenancy()));
    }
}
