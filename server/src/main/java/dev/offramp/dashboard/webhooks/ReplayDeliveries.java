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
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.Transaction;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.webhooks.RecordId;
import dev.offramp.webhooks.Replay;
import java.util.List;
import java.util.Optional;

/// Queues the deliveries of a time once more.
record ReplayDeliveries(Uses uses) implements Page {

    /// So many parts of one replay are queued for one click; with what each holds that is some tens of thousands.
    private static final int PARTS_MAX = 20;

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ListDeliveries.PATH + "/replay");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_WEBHOOKS);
    }

    @Override
    public List<Field<?>> fields() {
        return ReplayForm.ALL;
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return ListDeliveries.again(visit, uses, form);
        }
        int queued = 0;
        Optional<RecordId> after = Optional.empty();
        for (int part = 0; part < PARTS_MAX; part++) {
            Replay wish = new Replay(
                    form.get(ReplayForm.SINCE), Optional.of(visit.now()), form.get(ReplayForm.FAILED), after);
            Replay.Part done = visit.commit(tx -> replay(tx, visit, wish));
            queued += done.queued();
            after = done.next();
            if (after.isEmpty()) {
                break;
            }
        }
        String more = after.isPresent() ? " There are more: send it again." : "";
        return Answer.redirect(
                visit.here().path(ListDeliveries.PATH),
                Note.good((queued == 1 ? "1 delivery is on its" : Figures.count(queued) + " deliveries are on their")
                        + " way again." + more));
    }

    private Outcome<Replay.Part> replay(Transaction tx, Visit visit, Replay wish) {
        Replay.Part part = uses.webhooks().replay(tx, visit.tenant(), wish);
        return part.queued() == 0
                ? Outcome.refused(part)
                : Outcome.done(
                        part,
                        Deed.of(Action.DELIVERIES_REPLAYED, Subject.Kind.DELIVERY, "since " + Figures.iso(wish.from()))
                                .after(Details.of("which", wish.onlyFailed() ? "failed" : "all")
                                        .with("queued", part.queued())));
    }
}
