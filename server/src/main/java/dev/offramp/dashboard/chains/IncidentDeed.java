package dev.offramp.dashboard.chains;

import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.Incident;
import dev.offramp.deposits.IncidentDecision;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.function.BiFunction;

/// What deciding an incident comes to, whichever way.
final class IncidentDeed {

    private IncidentDeed() {}

    /// @param decision in the transaction that it is given
    static Answer decide(
            Visit visit, Action action, String done, BiFunction<Transaction, DepositId, IncidentDecision> decision) {
        return visit.id("deposit")
                .map(DepositId::new)
                .map(id -> visit.commit(tx -> outcome(decision.apply(tx, id), action)))
                .map(outcome -> Answer.redirect(ShowIncidents.PATH, note(outcome, done)))
                .orElseGet(Answer::missing);
    }

    private static Outcome<IncidentDecision> outcome(IncidentDecision decision, Action action) {
        return decision instanceof IncidentDecision.Done(Incident incident)
                ? Outcome.done(decision, deed(incident, action))
                : Outcome.refused(decision);
    }

    private static Deed deed(Incident incident, Action action) {
        return Deed.of(action, Subject.Kind.INCIDENT, incident.deposit())
                .concerning(incident.tenant().integration())
                .before(Details.of("credited", money(incident.credited()))
                        .with("held", money(incident.held()))
                        .with("missing", money(incident.shortfall())));
    }

    private static String money(Money money) {
        return money.decimal(Fiat.SCALE).toPlainString() + " " + money.asset().value();
    }

    private static Note note(IncidentDecision decision, String done) {
        return switch (decision) {
            case IncidentDecision.Done _ -> Note.good(done);
            case IncidentDecision.NoOpenIncident _ -> Note.bad("There is no such incident, or it was decided before.");
            case IncidentDecision.CameBack _ ->
                Note.bad("The chain has the deposit again: its credit is right. Dismiss the incident.");
            case IncidentDecision.StillGone _ -> Note.bad("The chain does not have the deposit.");
            case IncidentDecision.TooShallow(int confirmations, int required) ->
                Note.bad("The chain has the deposit again, but only " + Figures.count(confirmations) + " of "
                        + Figures.count(required) + " blocks deep. Wait.");
        };
    }
}
