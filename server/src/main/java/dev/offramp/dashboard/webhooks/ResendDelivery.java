package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.webhooks.DeliveryRecord;
import dev.offramp.webhooks.Webhooks.Resent;
import java.util.Optional;

/// Sends one delivery once more, now, in the same bytes.
record ResendDelivery(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowDelivery.PATH + "/resend");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_WEBHOOKS);
    }

    /// That it was wanted is kept before the receiver is called: it may be called and the program die.
    @Override
    public Answer answer(Visit visit) {
        Optional<DeliveryRecord> wanted = visit.commit(tx -> ShowDelivery.found(tx, visit, uses)
                .map(record -> Outcome.done(
                        Optional.of(record),
                        Deed.of(Action.DELIVERY_RESENT, Subject.Kind.DELIVERY, record.id())
                                .after(Details.of("event", record.event().eventType()))))
                .orElseGet(() -> Outcome.refused(Optional.empty())));
        return wanted.flatMap(record -> uses.webhooks().resend(visit.tenant(), record.id()))
                .map(resent ->
                        Answer.redirect(visit.here().path(ListDeliveries.PATH + "/" + resent.record()), note(resent)))
                .orElseGet(Answer::missing);
    }

    private static Note note(Resent resent) {
        return resent.error()
                .map(why -> Note.bad("It was sent again and not taken: " + shortened(why) + "."))
                .orElseGet(() -> Note.good("It was sent again and taken."));
    }

    private static String shortened(String why) {
        return why.length() > 200 ? why.substring(0, 200) : why;
    }
}
