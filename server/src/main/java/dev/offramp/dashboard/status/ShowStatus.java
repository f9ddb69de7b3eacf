package dev.offramp.dashboard.status;

import dev.offramp.bulletins.IncidentId;
import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.ObjectId;
import java.util.Optional;

/// What the status page says now, with a form to write an incident, or to say more of the one that was chosen.
record ShowStatus(IncidentsBody body) implements Page {

    static final String PATH = Route.OPERATOR + "/status";

    private static final String CHOSEN = "incident";

    static String path(IncidentId incident) {
        return PATH + "?" + CHOSEN + "=" + incident;
    }

    @Override
    public Route route() {
        return Route.get(PATH);
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.OPERATOR, "Status page"));
    }

    @Override
    public Answer answer(Visit visit) {
        Optional<IncidentId> chosen =
                visit.query().text(CHOSEN).flatMap(ObjectId::parse).map(IncidentId::new);
        return Answer.page(IncidentsBody.TITLE, body.content(visit, chosen, Form.blank()));
    }
}
