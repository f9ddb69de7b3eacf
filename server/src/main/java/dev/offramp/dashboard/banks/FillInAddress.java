package dev.offramp.dashboard.banks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;

/// Asks for an address.
record FillInAddress() implements Page {

    private static final String TITLE = "Save an address";

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + ListSavedAddresses.PATH + "/new");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MOVE_MONEY).fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = Form.blank();
        return Answer.page(TITLE, out -> JtefillInAddressGenerated.render(out, null, visit.here(), form));
    }

    static Answer again(Visit visit, Form form) {
        return Answer.invalid(TITLE, out -> JtefillInAddressGenerated.render(out, null, visit.here(), form));
    }
}
