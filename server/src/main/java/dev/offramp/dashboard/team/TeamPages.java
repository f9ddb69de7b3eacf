package dev.offramp.dashboard.team;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// The pages about who works for a business, and what they did.
public final class TeamPages {

    private TeamPages() {}

    public static List<Page> all(Uses uses) {
        return List.of();
    }
}
