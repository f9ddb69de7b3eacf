package dev.offramp.dashboard.notices;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.db.Transaction;
import dev.offramp.notices.Notice;
import dev.offramp.notices.Notices;
import dev.offramp.people.PersonId;
import java.util.List;
import java.util.Optional;

/// What somebody was told, what they have not read first.
public record ShowNotices(Notices notices, Shelf shelf) implements Page {

    private static final int SHOWN = 50;

    /// What the page shows.
    ///
    /// @param path what the paths of its forms begin with
    /// @param until when the newest unread one is of, to be sent back with "all read"
    public record View(String path, List<Notice> unread, List<Notice> read, String until) {}

    @Override
    public Route route() {
        return Route.get(shelf.path());
    }

    @Override
    public Access access() {
        return shelf.access();
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(shelf.group(), "Notices"));
    }

    @Override
    public Answer answer(Visit visit) {
        View view = visit.view(tx -> view(tx, visit.person().id()));
        return Answer.page("Notices", out -> JtenoticesGenerated.render(out, null, visit.here(), view));
    }

    private View view(Transaction tx, PersonId person) {
        List<Notice> unread = notices.list(tx, person, shelf.side(), false, SHOWN);
        return new View(
                shelf.path(),
                unread,
                notices.list(tx, person, shelf.side(), true, SHOWN),
                unread.isEmpty() ? "" : unread.getFirst().at().toString());
    }
}
