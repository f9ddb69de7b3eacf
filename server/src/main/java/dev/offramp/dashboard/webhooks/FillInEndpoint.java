package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;

/// Asks for a new endpoint.
record FillInEndpoint() implements Page {

    private static final String TITLE = "New webhook endpoint";

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + ListEndpoints.PATH + "/new");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_WEBHOOKS);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = EndpointForm.blank();
        return Answer.page(TITLE, out -> JtefillInGenerated.render(out, null, visit.here(), form));
    }

    static Answer again(Visit visit, Form form) {
        return Answer.invalid(TITLE, out -> JtefillInGenerated.render(out, null, visit.here(), form));
    }
}
