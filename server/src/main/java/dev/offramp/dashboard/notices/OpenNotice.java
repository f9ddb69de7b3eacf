package dev.offramp.dashboard.notices;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.notices.Notice;
import dev.offramp.notices.NoticeId;
import dev.offramp.notices.Notices;
import java.util.Optional;

/// Marks a notice as read and goes where it leads.
record OpenNotice(Notices notices, Shelf shelf) implements Page {

    @Override
    public Route route() {
        return Route.post(shelf.path() + "/{notice}/open");
    }

    @Override
    public Access access() {
        return shelf.access();
    }

    @Override
    public Answer answer(Visit visit) {
        Optional<Notice> read = visit.id("notice")
                .flatMap(id -> visit.commit(
                        tx -> Outcome.aside(notices.read(tx, visit.person().id(), shelf.side(), new NoticeId(id)))));
        return read.map(notice -> Answer.redirect(notice.path())).orElseGet(Answer::missing);
    }
}
