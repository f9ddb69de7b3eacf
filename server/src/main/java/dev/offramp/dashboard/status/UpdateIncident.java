package dev.offramp.dashboard.status;

import dev.offramp.bulletins.IncidentChange;
import dev.offramp.bulletins.IncidentId;
import dev.offramp.bulletins.Stage;
import dev.offramp.bulletins.StatusIncident;
import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.trail.Action;
import java.util.List;
import java.util.Optional;

/// Says more of an incident, or that it is over.
record UpdateIncident(IncidentsBody body) implements Page {

    static final Field<Stage> STAGE = Fields.choice("stage", "Stage", OpenIncident.stages(true), Stage::parse)
            .required();

    @Override
    public Route route() {
        return Route.post(OpenIncident.PATH + "/{incident}");
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(STAGE, OpenIncident.TEXT);
    }

    @Override
    public Answer answer(Visit visit) {
        return visit.id("incident")
                .map(IncidentId::new)
                .map(id -> answer(visit, id))
                .orElseGet(Answer::missing);
    }

    private Answer answer(Visit visit, IncidentId id) {
        Form form = visit.form();
        if (!form.isValid()) {
            return Answer.invalid(IncidentsBody.TITLE, body.content(visit, Optional.of(id), form));
        }
        IncidentChange outcome = visit.commit(tx -> update(tx, id, form));
        return switch (outcome) {
            case IncidentChange.Done(StatusIncident incident) ->
                Answer.redirect(
                        incident.isOpen() ? ShowStatus.path(id) : ShowStatus.PATH,
                        Note.good(incident.isOpen() ? "Everybody can read it now." : "It is resolved."));
            case IncidentChange.ResolvedAlready _ ->
                Answer.redirect(ShowStatus.PATH, Note.bad("It was resolved before. What comes later is another one."));
            case IncidentChange.NoSuchIncident _, IncidentChange.NoSuchComponent _ -> Answer.missing();
        };
    }

    private Outcome<IncidentChange> update(Transaction tx, IncidentId id, Form form) {
        IncidentChange outcome = body.bulletins().update(tx, id, form.get(STAGE), form.get(OpenIncident.TEXT));
        return outcome instanceof IncidentChange.Done(StatusIncident incident)
                ? Outcome.done(
                        outcome,
                        OpenIncident.deed(
                                incident.isOpen() ? Action.STATUS_INCIDENT_UPDATED : Action.STATUS_INCIDENT_RESOLVED,
                                incident))
                : Outcome.refused(outcome);
    }
}
