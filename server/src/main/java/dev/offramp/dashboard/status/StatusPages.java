package dev.offramp.dashboard.status;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// The pages about the status page.
public final class StatusPages {

    private StatusPages() {}

    public static List<Page> all(Uses uses) {
        IncidentsBody body = new IncidentsBody(uses.health(), uses.bulletins());
        return List.of(new ShowStatus(body), new OpenIncident(body), new UpdateIncident(body));
    }
}
