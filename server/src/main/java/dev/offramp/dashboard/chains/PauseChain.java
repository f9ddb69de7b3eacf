package dev.offramp.dashboard.chains;

import dev.offramp.chains.ChainId;
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
import dev.offramp.dashboard.part.Places;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.Deposits;
import dev.offramp.deposits.Pausing;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.List;

/// Pauses a chain by hand.
record PauseChain(Deposits deposits, ShowChain page) implements Page {

    static final Field<String> REASON = Fields.text("reason", "Reason").required();

    @Override
    public Route route() {
        return Route.post(ShowChain.PATH + "/pause");
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(REASON);
    }

    @Override
    public Answer answer(Visit visit) {
        return ShowChain.chain(visit).map(chain -> answer(visit, chain)).orElseGet(Answer::missing);
    }

    private Answer answer(Visit visit, ChainId chain) {
        Form form = visit.form();
        if (!form.isValid()) {
            return page.body(visit, chain, form)
                    .map(body -> Answer.invalid(Places.name(chain), body))
                    .orElseGet(Answer::missing);
        }
        Pausing outcome = visit.commit(tx -> pause(tx, visit, chain, form.get(REASON)));
        return switch (outcome) {
            case Pausing.Paused _ ->
                Answer.redirect(
                        Places.path(chain), Note.good("Paused. Nothing is read or credited here until you end it."));
            case Pausing.PausedAlready(var before) ->
                Answer.redirect(Places.path(chain), Note.bad("It was paused before, by " + before.by() + "."));
            case Pausing.NeverRead _ -> Answer.missing();
        };
    }

    private Outcome<Pausing> pause(Transaction tx, Visit visit, ChainId chain, String reason) {
        Pausing outcome =
                deposits.pause(tx, chain, reason, visit.person().email().text());
        return outcome instanceof Pausing.Paused
                ? Outcome.done(
                        outcome,
                        Deed.of(Action.CHAIN_PAUSED, Subject.Kind.CHAIN, chain).after(Details.of("reason", reason)))
                : Outcome.refused(outcome);
    }
}
