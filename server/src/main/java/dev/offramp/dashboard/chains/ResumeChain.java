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
import dev.offramp.dashboard.part.Figures;
import dev.offramp.dashboard.part.Places;
import dev.offramp.deposits.Deposits;
import dev.offramp.deposits.Resumption;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;

/// Reads a chain again that incidents have paused, once they are decided.
record ResumeChain(Deposits deposits) implements Page {

    @Override
    public Route route() {
        return Route.post(ShowChain.PATH + "/resume");
    }

    @Override
    public Access access() {
        return Access.operator().fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        return ShowChain.chain(visit).map(chain -> answer(visit, chain)).orElseGet(Answer::missing);
    }

    private Answer answer(Visit visit, ChainId chain) {
        Resumption outcome = visit.commit(tx -> resume(deposits.resume(tx, chain), chain));
        Note note = switch (outcome) {
            case Resumption.Resumed(var from) ->
                Note.good("Reading goes on from block " + Figures.count(from.height()) + ".");
            case Resumption.NotPaused _ -> Note.bad("It is not paused for an incident.");
            case Resumption.IncidentsOpen(var open) ->
                Note.bad("Decide its incidents first: " + Figures.count(open.size()) + " open.");
        };
        return Answer.redirect(Places.path(chain), note);
    }

    private static Outcome<Resumption> resume(Resumption outcome, ChainId chain) {
        return outcome instanceof Resumption.Resumed resumed
                ? Outcome.done(
                        outcome,
                        Deed.of(Action.CHAIN_RESUMED, Subject.Kind.CHAIN, chain)
                                .after(Details.of("read on from", resumed.from().height())))
                : Outcome.refused(outcome);
    }
}
