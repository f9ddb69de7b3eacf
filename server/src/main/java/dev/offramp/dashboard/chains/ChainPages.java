package dev.offramp.dashboard.chains;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// The pages about chains.
public final class ChainPages {

    private ChainPages() {}

    public static List<Page> all(Uses uses) {
        IncidentsBody incidents = new IncidentsBody(uses.deposits(), uses.tenancy(), uses.assets());
        ShowChain chain = new ShowChain(uses.deposits());
        return List.of(
                new ShowIncidents(incidents),
                new CorrectIncident(uses.deposits()),
                new DismissIncident(uses.deposits()),
                new ShowChains(uses.deposits()),
                chain,
                new PauseChain(uses.deposits(), chain),
                new EndPause(uses.deposits()),
                new ResumeChain(uses.deposits()),
                new ShowHotWallets(),
                new WatchHotWallets(uses.withdrawals()));
    }
}
