package dev.offramp.dashboard.notices;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Reading;
import dev.offramp.notices.Notices;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// Marks all notices as read that were there when the page was made.
record ReadNotices(Notices notices, Shelf shelf) implements Page {

    private static final Field<Instant> UNTIL =
            Fields.text("until", "Until").then(text -> Reading.of(instant(text), "Open the page again."));

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public Route route() {
        return Route.post(shelf.path() + "/read");
    }

    @Override
    public Access access() {
        return shelf.access();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(UNTIL);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        form.find(UNTIL)
                .ifPresent(until -> visit.commit(
                        tx -> Outcome.aside(notices.readAll(tx, visit.person().id(), shelf.side(), until))));
        return Answer.redirect(shelf.path());
    }
}
