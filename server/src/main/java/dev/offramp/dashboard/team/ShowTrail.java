package dev.offramp.dashboard.team;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.TrailFilter;
import dev.offramp.dashboard.part.TrailPart;
import dev.offramp.trail.Entries;
import dev.offramp.trail.Trail;
import dev.offramp.trail.TrailQuery;
import java.util.Optional;

/// The audit log of a business, of both environments: who did what, from where, before and after.
record ShowTrail(Trail trail) implements Page {

    private static final String PATH = "/trail";

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_TEAM);
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.BUSINESS, "Audit log"));
    }

    @Override
    public Answer answer(Visit visit) {
        TrailFilter filter = new TrailFilter(visit.query());
        TrailQuery asked = filter.asked(Optional.of(visit.tenant().integration()));
        Entries entries = visit.view(tx -> trail.list(tx, asked, filter.before(), TrailPart.SHOWN_MAX));
        TrailPart part = TrailPart.of(entries, visit.here().path(PATH), filter);
        return Answer.page("Audit log", out -> JtetrailGenerated.render(out, null, part));
    }
}
