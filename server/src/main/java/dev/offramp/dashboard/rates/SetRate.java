package dev.offramp.dashboard.rates;

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
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.Transaction;
import dev.offramp.rates.ManualRate;
import dev.offramp.rates.Pair;
import dev.offramp.rates.RateSetting;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Sets a rate of production by hand.
record SetRate(RatesBody body) implements Page {

    private static final int DECIMALS = 12;
    private static final int HOURS_MAX = 24 * 31;

    static final Field<BigDecimal> RATE =
            Fields.amount("rate", "Rate", DECIMALS).required();
    static final Field<Integer> HOURS =
            Fields.whole("hours", "Hours it holds", 1, HOURS_MAX).required();
    static final Field<Boolean> FORCE =
            Fields.flag("force", "It is meant, even if it is more than a fifth away from the last one");

    @Override
    public Route route() {
        return Route.post(ShowPair.PATH + "/set");
    }

    @Override
    public Access access() {
        return Access.operator().fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(RATE, HOURS, FORCE);
    }

    @Override
    public Answer answer(Visit visit) {
        return ShowPair.pair(visit).map(pair -> answer(visit, pair)).orElseGet(Answer::missing);
    }

    private Answer answer(Visit visit, Pair pair) {
        Form form = visit.form();
        if (!form.isValid()) {
            return body.show(visit, pair, form);
        }
        RateSetting outcome = visit.commit(tx -> set(tx, visit, pair, form));
        return switch (outcome) {
            case RateSetting.RateSet _ -> Answer.redirect(ShowPair.path(pair), Note.good("The rate is in use."));
            case RateSetting.UnknownPair _ -> Answer.missing();
            case RateSetting.OddRate(String reason) -> body.show(visit, pair, form.refuse(RATE, sentence(reason)));
            case RateSetting.OddValidity _ ->
                body.show(visit, pair, form.refuse(HOURS, "A rate holds for an hour to 31 days."));
            case RateSetting.FarFromLast(ManualRate last) ->
                body.show(
                        visit,
                        pair,
                        form.refuse(
                                RATE,
                                "That is more than a fifth away from the last rate, "
                                        + Figures.number(last.rate().value())
                                        + ". Tick the box if it is meant."));
        };
    }

    private Outcome<RateSetting> set(Transaction tx, Visit visit, Pair pair, Form form) {
        Optional<ManualRate> before = body.rates().last(tx, pair);
        RateSetting outcome = body.rates()
                .set(
                        tx,
                        pair,
                        form.get(RATE),
                        Duration.ofHours(form.get(HOURS)),
                        visit.person().email().text(),
                        form.is(FORCE));
        return outcome instanceof RateSetting.RateSet(ManualRate rate)
                ? Outcome.done(outcome, deed(before, rate))
                : Outcome.refused(outcome);
    }

    private static Deed deed(Optional<ManualRate> before, ManualRate after) {
        return Deed.of(Action.RATE_SET, Subject.Kind.RATE, after.pair())
                .before(before.map(SetRate::details).orElse(Details.NONE))
                .after(details(after));
    }

    static Details details(ManualRate rate) {
        return Details.of("rate", rate.rate().value().toPlainString()).with("until", Figures.iso(rate.expiresAt()));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
