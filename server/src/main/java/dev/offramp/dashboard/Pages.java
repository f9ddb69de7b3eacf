package dev.offramp.dashboard;

import dev.offramp.dashboard.account.AccountPages;
import dev.offramp.dashboard.overview.OverviewPages;
import dev.offramp.dashboard.security.SecurityPages;
import dev.offramp.dashboard.team.TeamPages;
import java.util.List;
import java.util.stream.Stream;

/// The whole of the dashboard, on one screen. The menu is in this order.
public final class Pages {

    private Pages() {}

    public static List<Page> all(Uses uses) {
        return Stream.of(OverviewPages.all(uses), AccountPages.all(uses), SecurityPages.all(uses), TeamPages.all(uses))
                .flatMap(List::stream)
                .toList();
    }
}
