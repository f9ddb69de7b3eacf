package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Withdrawals and payouts.
public final class OutflowPages {

    private OutflowPages() {}

    public static List<Page> all(Uses uses) {
        return Stream.of(
                        List.<Page>of(
                                new ListOutflows(uses), new ShowOutflow(uses, false), new ShowOutflow(uses, true)),
                        MoneyPages.of(uses, new PayoutForm(uses, uses.clock()), Optional.empty()),
                        MoneyPages.of(uses, new WithdrawalForm(uses, uses.clock()), Optional.empty()))
                .flatMap(List::stream)
                .toList();
    }
}
