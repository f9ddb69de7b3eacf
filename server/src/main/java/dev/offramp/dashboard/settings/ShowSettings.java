package dev.offramp.dashboard.settings;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import gg.jte.html.HtmlContent;
import java.util.List;
import java.util.Optional;

/// Everything a business has chosen here.
record ShowSettings(Uses uses) implements Page {

    static final String PATH = "/settings";
    private static final String TITLE = "Settings";

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.BUSINESS, TITLE));
    }

    @Override
    public Answer answer(Visit visit) {
        return Answer.page(TITLE, body(visit, uses, Form.blank()));
    }

    static Answer again(Visit visit, Uses uses, Form form) {
        return Answer.invalid(TITLE, body(visit, uses, form));
    }

    static Answer changed(Visit visit, String what) {
        return Answer.redirect(visit.here().path(PATH), Note.good(what));
    }

    private static HtmlContent body(Visit visit, Uses uses, Form form) {
        Current current = visit.view(tx -> Current.of(tx, visit, uses));
        Form filled = SettingsForm.filled(form, current);
        List<String> senders = uses.settings().webhookSenders();
        boolean isSandbox = ChangeSandboxTools.isPossible(visit);
        return out -> JtesettingsGenerated.render(out, null, visit.here(), current, filled, senders, isSandbox);
    }
}
