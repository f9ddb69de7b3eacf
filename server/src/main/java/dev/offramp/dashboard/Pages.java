package dev.offramp.dashboard;

import dev.offramp.dashboard.account.AccountPages;
import dev.offramp.dashboard.overview.OverviewPages;
import java.util.List;
import java.util.stream.Stream;

/// The whole of the dashboard, on one screen. The menu is in this order.
public final class Pages {

    private Pages() {}

    public static List<Page> all(Uses uses) {
        return Stream.of(OverviewPages.all(uses), AccountPages.all(uses))
                .flatMap(List::stream)
                .toList();
    }
}
