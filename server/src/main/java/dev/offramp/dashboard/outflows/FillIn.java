package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.drafts.Draft;
import gg.jte.html.HtmlContent;
import java.util.Optional;

/// Asks what is to be moved; begins with what was typed before and not done.
record FillIn(Uses uses, MoneyForm form, Optional<Menu> menu) implements Page {

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + form.path());
    }

    @Override
    public Access access() {
        return Access.member(Permission.MOVE_MONEY);
    }

    @Override
    public Answer answer(Visit visit) {
        Optional<Draft> draft = visit.view(tx -> uses.drafts().open(tx, Typed.owner(visit), form.kind()));
        Form shown = draft.map(open -> Typed.shown(form, open)).orElseGet(Form::blank);
        return Answer.page(form.title(), body(visit, form, shown, draft));
    }

    static HtmlContent body(Visit visit, MoneyForm form, Form shown, Optional<Draft> draft) {
        HtmlContent fields = form.shown(visit, shown);
        Optional<String> begun = draft.map(open -> open.id().toString());
        int turn = draft.map(Draft::turn).orElse(0);
        String path = visit.here().path(form.path());
        return out -> JtefillInGenerated.render(out, null, visit.here(), shown, path, fields, begun, turn);
    }
}
