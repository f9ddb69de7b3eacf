package dev.offramp.dashboard;

import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import gg.jte.html.HtmlContent;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// Pages to try the frame on, beside those there are.
final class TestPages {

    static final Field<String> LABEL = Fields.text("label", "Label").required();
    static final Field<BigDecimal> AMOUNT = Fields.amount("amount", "Amount", 2).required();
    static final Field<String> PIN = Fields.pin("pin", "PIN").required();

    private TestPages() {}

    static List<Page> all(Uses uses) {
        return Stream.concat(
                        Pages.all(uses).stream(),
                        Stream.of(
                                new Plain(Route.get(Route.BUSINESS + "/things/{id}"), Access.member(Permission.VIEW)),
                                new Plain(Route.get(Route.BUSINESS + "/money"), Access.member(Permission.MOVE_MONEY)),
                                new Plain(
                                        Route.get(Route.BUSINESS + "/fresh"),
                                        Access.member(Permission.VIEW).fresh()),
                                new Plain(Route.get("/operator/thing"), Access.operator()),
                                new Broken(),
                                new MoveMoney(),
                                new Rename()))
                .toList();
    }

    static HtmlContent text(String text) {
        return out -> out.writeUserContent(text);
    }

    /// Says where it is.
    record Plain(Route route, Access access) implements Page {
        @Override
        public Answer answer(Visit visit) {
            return Answer.page("A page", text("here is " + visit.target()));
        }
    }

    record Broken() implements Page {
        @Override
        public Route route() {
            return Route.get(Route.BUSINESS + "/broken");
        }

        @Override
        public Access access() {
            return Access.member(Permission.VIEW);
        }

        @Override
        public Answer answer(Visit visit) {
            throw new IllegalStateException("a secret of the house");
        }
    }

    /// Wants a fresh sign-in for what it is sent.
    record MoveMoney() implements Page {
        @Override
        public Route route() {
            return Route.post(Route.BUSINESS + "/money");
        }

        @Override
        public Access access() {
            return Access.member(Permission.MOVE_MONEY).fresh();
        }

        @Override
        public List<Field<?>> fields() {
            return List.of(LABEL, AMOUNT, PIN);
        }

        @Override
        public Answer answer(Visit visit) {
            Form form = visit.form();
            return form.isValid()
                    ? Answer.redirect(visit.here().path("/money"), Note.good("Moved."))
                    : Answer.invalid("Move money", text(form.error(PIN).orElse("")));
        }
    }

    /// Leaves an entry in the audit log.
    record Rename() implements Page {
        @Override
        public Route route() {
            return Route.post(Route.BUSINESS + "/name");
        }

        @Override
        public Access access() {
            return Access.member(Permission.MANAGE_SETTINGS);
        }

        @Override
        public List<Field<?>> fields() {
            return List.of(LABEL);
        }

        @Override
        public Answer answer(Visit visit) {
            String label = visit.form().find(LABEL).orElse("");
            return visit.commit(_ -> label.isEmpty()
                    ? Outcome.refused(Answer.invalid("Rename", text("no")))
                    : Outcome.done(
                            Answer.redirect(visit.here().path("/money")),
                            Deed.of(Action.MARKUP_CHANGED, Subject.Kind.SETTINGS, "name")
                                    .after(Details.of("label", label))));
        }
    }
}
