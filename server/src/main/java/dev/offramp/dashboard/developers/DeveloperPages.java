package dev.offramp.dashboard.developers;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// Examples and the request log.
public final class DeveloperPages {

    private DeveloperPages() {}

    public static List<Page> all(Uses uses) {
        return List.of(new ShowQuickStart(uses), new ListRequests(uses), new ShowRequest(uses));
    }
}
