package dev.offramp.dashboard.rails;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Ages;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.dashboard.part.Places;
import dev.offramp.payouts.Payouts;
import dev.offramp.payouts.RailState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What moves bank money, per currency and environment.
///
/// @param payouts know the rails
public record ShowRails(Payouts payouts) implements Page {

    private static final Duration LATELY = Duration.ofDays(1);

    /// A rail in a card.
    record Card(RailState state, Instant now) {

        String name() {
            return state.currency().name() + ", "
                    + Places.name(state.environment()).toLowerCase(Locale.ROOT);
        }

        String count(long number) {
            return Figures.count(number);
        }

        String oldest() {
            return state.open()
                    .oldest()
                    .map(at -> Ages.words(Duration.between(at, now)))
                    .orElse("none");
        }

        Badge badge() {
            return ShowRails.badge(state);
        }
    }

    /// How a rail stands, in a word.
    public static Badge badge(RailState state) {
        if (!state.isServed()) {
            return state.open().all() == 0 ? Badge.quiet("No rail") : Badge.bad("No rail for open payouts");
        }
        if (state.isInTrouble()) {
            return Badge.bad("In trouble");
        }
        return state.answeredAt().isPresent() ? Badge.good("Answers") : Badge.quiet("Not called yet");
    }

    @Override
    public Route route() {
        return Route.get("/operator/rails");
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.OPERATOR, "Rails"));
    }

    @Override
    public Answer answer(Visit visit) {
        List<Card> cards = visit.view(tx -> payouts.rails(tx, visit.now().minus(LATELY))).stream()
                .map(state -> new Card(state, visit.now()))
                .toList();
        return Answer.page("Rails", out -> JterailsGenerated.render(out, null, cards));
    }
}
