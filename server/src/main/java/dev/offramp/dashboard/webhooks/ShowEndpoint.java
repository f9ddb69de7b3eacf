package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.webhooks.EndpointId;
import gg.jte.html.HtmlContent;
import java.util.Optional;

/// One endpoint, and what can be done to it.
record ShowEndpoint(Uses uses) implements Page {

    static final String PATH = ListEndpoints.PATH + "/{endpoint}";
    static final String TITLE = "Webhook endpoint";

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Answer answer(Visit visit) {
        return visit.view(tx -> found(tx, visit, uses))
                .map(endpoint -> Answer.page(TITLE, body(visit, endpoint, EndpointForm.of(endpoint))))
                .orElseGet(Answer::missing);
    }

    static HtmlContent body(Visit visit, Endpoint endpoint, Form form) {
        EndpointView view = EndpointView.of(endpoint);
        return out -> JteshowGenerated.render(out, null, visit.here(), view, form, visit.requestId());
    }

    /// The endpoint in the path.
    static Optional<Endpoint> found(Transaction tx, Visit visit, Uses uses) {
        return visit.id("endpoint").flatMap(id -> uses.webhooks().endpoint(tx, visit.tenant(), new EndpointId(id)));
    }

    static String path(Visit visit, String id) {
        return visit.here().path(ListEndpoints.PATH + "/" + id);
    }
}
