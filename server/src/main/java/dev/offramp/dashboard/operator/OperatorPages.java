package dev.offramp.dashboard.operator;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.chains.ChainPages;
import dev.offramp.dashboard.held.HeldPages;
import dev.offramp.dashboard.integrations.IntegrationPages;
import dev.offramp.dashboard.rails.ShowRails;
import dev.offramp.dashboard.rates.RatePages;
import dev.offramp.dashboard.status.StatusPages;
import java.util.List;
import java.util.stream.Stream;

/// All pages of operators, in the order of their menu.
public final class OperatorPages {

    private OperatorPages() {}

    public static List<Page> all(Uses uses) {
        ReconciliationBody books = new ReconciliationBody(uses.reconciliations(), uses.trail());
        ShowHealth health = new ShowHealth(new Health(uses));
        return Stream.of(
                        List.<Page>of(health, new WatchHealth(health)),
                        IntegrationPages.all(uses),
                        HeldPages.all(uses),
                        ChainPages.all(uses),
                        List.<Page>of(new ShowRails(uses.payouts())),
                        RatePages.all(uses),
                        StatusPages.all(uses),
                        List.<Page>of(
                                new ShowReconciliation(books),
                                new WatchReconciliation(books),
                                new WantReconciliation(uses.reconciliations()),
                                new ShowTrail(uses.trail(), uses.reconciliations()),
                                new ShowMail(uses.mail()),
                                new ShowWork(uses.jobs(), uses.loopBook()),
                                new ShowFinder(uses.finder(), uses.tenancy(), uses.assets())))
                .flatMap(List::stream)
                .toList();
    }
}
