package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import java.util.List;
import java.util.stream.Stream;

/// Keeps what is typed while it is typed: a session that ends takes nothing with it.
record Keep(Uses uses, MoneyForm form) implements Page {

    /// Of the draft as the page showed it: what is typed must not undo what was sent since.
    static final Field<Integer> TURN = Fields.whole("turn", "Turn", 0, Integer.MAX_VALUE);

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + form.path() + "/keep");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MOVE_MONEY);
    }

    @Override
    public List<Field<?>> fields() {
        return Stream.concat(form.fields().stream(), Stream.of(TURN)).toList();
    }

    @Override
    public Answer answer(Visit visit) {
        Form sent = visit.form();
        boolean isKept = visit.commit(tx -> Outcome.refused(uses.drafts()
                .keepTyped(tx, Typed.owner(visit), form.kind(), sent.find(TURN).orElse(0), Typed.kept(form, sent))));
        return Answer.fragment(out -> JtekeptGenerated.render(out, null, isKept));
    }
}
