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
import dev.offramp.dashboard.form.Form;
import java.util.List;

/// Keeps what is typed while it is typed: a session that ends takes nothing with it.
record Keep(Uses uses, MoneyForm form) implements Page {

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
        return form.fields();
    }

    @Override
    public Answer answer(Visit visit) {
        Form sent = visit.form();
        visit.commit(
                tx -> Outcome.refused(uses.drafts().keep(tx, Typed.owner(visit), form.kind(), Typed.kept(form, sent))));
        return Answer.fragment(out -> JtekeptGenerated.render(out, null));
    }
}
