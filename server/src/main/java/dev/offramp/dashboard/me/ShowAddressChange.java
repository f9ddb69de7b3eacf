package dev.offramp.dashboard.me;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.people.Email;
import dev.offramp.people.People;
import dev.offramp.people.Token;
import java.util.Optional;

/// Where the link leads that is mailed to a new address. Opening it changes nothing: programs open links, too.
record ShowAddressChange(People people) implements Page {

    static final String PATH = ShowMe.PATH + "/email/{token}";

    private static final String TITLE = "Confirm your e-mail address";

    @Override
    public Route route() {
        return Route.get(PATH);
    }

    @Override
    public Access access() {
        return Access.signedIn();
    }

    @Override
    public Answer answer(Visit visit) {
        Token token = new Token(visit.path("token"));
        Optional<Email> email =
                visit.view(tx -> people.addressChanges().find(tx, visit.person().id(), token));
        return email.map(found -> show(visit, found)).orElseGet(ShowAddressChange::over);
    }

    private static Answer show(Visit visit, Email email) {
        String action = ShowMe.PATH + "/email/" + visit.path("token");
        return Answer.page(
                TITLE,
                out -> JteaddressGenerated.render(
                        out, null, visit.here(), action, visit.person().email().text(), email.text()));
    }

    static Answer over() {
        return Answer.refused(404, TITLE, out -> JteoverGenerated.render(out, null));
    }
}
