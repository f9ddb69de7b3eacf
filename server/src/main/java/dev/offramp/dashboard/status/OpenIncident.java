package dev.offramp.dashboard.status;

import dev.offramp.bulletins.IncidentChange;
import dev.offramp.bulletins.Stage;
import dev.offramp.bulletins.StatusIncident;
import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.db.Transaction;
import dev.offramp.health.Component;
import dev.offramp.health.Section;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Writes an incident, which begins now.
record OpenIncident(IncidentsBody body) implements Page {

    static final String PATH = ShowStatus.PATH + "/incidents";

    private static final int TITLE_MAX = 120;

    static final Field<String> TITLE = Fields.text("title", "Title", TITLE_MAX).required();
    static final Field<Stage> STAGE = Fields.choice("stage", "Stage", stages(false), Stage::parse)
            .required()
            .check(stage -> stage != Stage.RESOLVED, "An incident begins open.");
    static final Field<String> TEXT = Fields.area("text", "What is known").required();
    static final Field<List<String>> COMPONENTS = components(List.of()).required();

    /// @param isResolvable whether the last stage is among them
    static List<Choice> stages(boolean isResolvable) {
        return Arrays.stream(Stage.values())
                .filter(stage -> isResolvable || stage != Stage.RESOLVED)
                .map(stage -> new Choice(stage.code(), stage.words()))
                .toList();
    }

    /// The boxes there are now. What is sent is held against what is measured, and not against them.
    static Field<List<String>> components(IncidentsBody.View view) {
        return components(view.standings().stream()
                .map(standing -> choice(standing.component()))
                .toList());
    }

    private static Field<List<String>> components(List<Choice> choices) {
        return Fields.choices("components", "What it is about", choices, Optional::of);
    }

    private static Choice choice(Component component) {
        String name = component.section() == Section.SANDBOX ? component.name() + " (sandbox)" : component.name();
        return new Choice(component.code(), name);
    }

    @Override
    public Route route() {
        return Route.post(PATH);
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(TITLE, COMPONENTS, STAGE, TEXT);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return invalid(visit, form);
        }
        IncidentChange outcome = visit.commit(tx -> open(tx, form));
        return switch (outcome) {
            case IncidentChange.Done(StatusIncident incident) ->
                Answer.redirect(ShowStatus.path(incident.id()), Note.good("Everybody can read it now."));
            case IncidentChange.NoSuchComponent _ -> invalid(visit, form.refuse(COMPONENTS, "Choose from the list."));
            case IncidentChange.NoSuchIncident _, IncidentChange.ResolvedAlready _ -> Answer.missing();
        };
    }

    private Answer invalid(Visit visit, Form form) {
        return Answer.invalid(IncidentsBody.TITLE, body.content(visit, Optional.empty(), form));
    }

    private Outcome<IncidentChange> open(Transaction tx, Form form) {
        IncidentChange outcome =
                body.health().open(tx, form.get(TITLE), form.get(COMPONENTS), form.get(STAGE), form.get(TEXT));
        return outcome instanceof IncidentChange.Done(StatusIncident incident)
                ? Outcome.done(outcome, deed(Action.STATUS_INCIDENT_OPENED, incident))
                : Outcome.refused(outcome);
    }

    static Deed deed(Action action, StatusIncident incident) {
        return Deed.of(action, Subject.Kind.STATUS_INCIDENT, incident.id())
                .after(Details.of("title", incident.title())
                        .with("components", String.join(", ", incident.components()))
                        .with("stage", incident.latest().stage().code())
                        .with("text", incident.latest().text()));
    }
}
