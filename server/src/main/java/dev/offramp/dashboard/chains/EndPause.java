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
import dev.offramp.dashboard.part.Places;
import dev.offramp.deposits.Deposits;
import dev.offramp.deposits.HandPause;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.Optional;

/// Ends a pause that was made by hand.
record EndPause(Deposits deposits) implements Page {

    @Override
    public Route route() {
        return Route.post(ShowChain.PATH + "/end-pause");
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Answer answer(Visit visit) {
        return ShowChain.chain(visit).map(chain -> answer(visit, chain)).orElseGet(Answer::missing);
    }

    private Answer answer(Visit visit, ChainId chain) {
        Optional<HandPause> ended = visit.commit(tx -> {
            Optional<HandPause> pause = deposits.endPause(tx, chain);
            return pause.map(its -> Outcome.done(pause, deed(chain, its))).orElseGet(() -> Outcome.refused(pause));
        });
        Note note = ended.isPresent()
                ? Note.good("The pause is over. Reading goes on where it stopped.")
                : Note.bad("It was not paused by hand.");
        return Answer.redirect(Places.path(chain), note);
    }

    private static Deed deed(ChainId chain, HandPause pause) {
        return Deed.of(Action.CHAIN_RESUMED, Subject.Kind.CHAIN, chain)
                .before(Details.of("paused by", pause.by()).with("reason", pause.reason()));
    }
}
