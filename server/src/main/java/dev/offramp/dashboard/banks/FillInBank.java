package dev.offramp.dashboard.banks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import gg.jte.html.HtmlContent;

/// Asks for a bank account.
record FillInBank(Uses uses) implements Page {

    static final String PATH = ListBanks.PATH + "/new";
    private static final String TITLE = "Save a bank account";

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.MOVE_MONEY).fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        return Answer.page(TITLE, body(visit, uses, Form.blank()));
    }

    static Answer again(Visit visit, Uses uses, Form form) {
        return Answer.invalid(TITLE, body(visit, uses, form));
    }

    private static HtmlContent body(Visit visit, Uses uses, Form form) {
        return out -> JtefillInGenerated.render(out, null, visit.here(), form, BankForm.bank(uses.banks()));
    }
}
