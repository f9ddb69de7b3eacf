package dev.offramp.dashboard.addresses;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;

/// One address: its code, where its deposits go, and the last of them.
record ShowAddress(AddressReader reader, AddressForm fillIn) implements Page {

    static final String PATH = ListAddresses.PATH + "/{address}";
    static final String TITLE = "Address";

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
        return reader.read(visit, fillIn, Form.blank())
                .map(view -> Answer.page(TITLE, out -> JteshowGenerated.render(out, null, visit.here(), view)))
                .orElseGet(Answer::missing);
    }
}
