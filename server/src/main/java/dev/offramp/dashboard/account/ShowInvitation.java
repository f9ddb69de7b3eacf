package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;

/// What a link of an invitation offers: an account, or to somebody signed in the place itself.
record ShowInvitation(Joining joining) implements Page {

    static final String PATH = "/invitations/{token}";

    @Override
    public Route route() {
        return Route.get(PATH);
    }

    @Override
    public Access access() {
        return Access.open();
    }

    @Override
    public Answer answer(Visit visit) {
        return joining.show(visit, Form.blank());
    }
}
