package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Once;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.time.Duration;
import java.util.List;

/// Puts a new webhook secret in the place of the present one.
record RotateSecret(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowSecret.PATH + "/rotate");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_WEBHOOKS).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return SecretForm.ROTATING;
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return ShowSecret.again(visit, uses, form);
        }
        Note note = visit.commit(tx -> rotate(tx, visit, form));
        return Answer.redirect(visit.here().path(ShowSecret.PATH), note);
    }

    private Outcome<Note> rotate(Transaction tx, Visit visit, Form form) {
        if (!new Once(uses.drafts()).take(tx, visit, form)) {
            return Outcome.refused(Once.SENT_BEFORE);
        }
        Duration overlap = form.get(SecretForm.OVERLAP);
        boolean isOwn = form.is(SecretForm.OWN);
        if (isOwn) {
            uses.webhooks().rotateOwnSecret(tx, visit.tenant(), overlap);
        } else {
            uses.webhooks().rotateSecret(tx, visit.tenant(), overlap);
        }
        Deed deed = Deed.of(
                        isOwn ? Action.WEBHOOK_SECRET_SEPARATED : Action.WEBHOOK_SECRET_ROTATED,
                        Subject.Kind.WEBHOOK_SECRET,
                        visit.tenant().integration())
                .after(Details.of("overlap", overlap.toHours() + " hours"));
        return Outcome.done(Note.good("There is a new webhook secret. Put it into your receivers."), deed);
    }
}
