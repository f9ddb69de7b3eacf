package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.webhooks.SecretStanding;

/// The secret that receivers check, to those who have just signed in, and its replacement.
record ShowSecret(Uses uses) implements Page {

    static final String PATH = ListEndpoints.PATH + "/secret";
    private static final String TITLE = "Webhook secret";

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_WEBHOOKS).fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        SecretStanding standing = standing(visit, uses);
        return Answer.page(
                TITLE,
                out -> JtesecretGenerated.render(out, null, visit.here(), standing, Form.blank(), visit.requestId()));
    }

    static Answer again(Visit visit, Uses uses, Form form) {
        SecretStanding standing = standing(visit, uses);
        return Answer.invalid(
                TITLE, out -> JtesecretGenerated.render(out, null, visit.here(), standing, form, visit.requestId()));
    }

    /// The first look makes the first secret.
    private static SecretStanding standing(Visit visit, Uses uses) {
        return uses.db().transact(tx -> uses.webhooks().secretStanding(tx, visit.tenant()));
    }
}
