package dev.offramp.dashboard.credentials;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;

/// Asks what a new credential is for.
record FillInCredential() implements Page {

    static final String PATH = ListCredentials.PATH + "/new";
    private static final String TITLE = "New API credential";

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_CREDENTIALS).fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = CredentialForm.blank();
        return Answer.page(TITLE, out -> JtefillInGenerated.render(out, null, visit.here(), form, visit.requestId()));
    }

    static Answer again(Visit visit, Form form) {
        return Answer.invalid(
                TITLE, out -> JtefillInGenerated.render(out, null, visit.here(), form, visit.requestId()));
    }
}
