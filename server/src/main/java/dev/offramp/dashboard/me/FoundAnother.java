package dev.offramp.dashboard.me;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.people.SignUp;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.List;

/// Founds one more business of one's own, where everybody may found one.
record FoundAnother(ShowMe me, Tenancy tenancy) implements Page {

    /// @param home where the new business begins; empty where there is none
    private record Founded(SignUp outcome, String home) {}

    @Override
    public Route route() {
        return Route.post(ShowMe.PATH + "/businesses");
    }

    @Override
    public Access access() {
        return Access.signedIn().fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(ShowMe.BUSINESS);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return me.show(visit, form);
        }
        Founded founded = visit.commit(tx -> found(tx, visit, form.get(ShowMe.BUSINESS)));
        return switch (founded.outcome()) {
            case SignUp.Joined _ -> Answer.redirect(founded.home(), Note.good("Your business is there."));
            case SignUp.BusinessNameTaken _ ->
                me.show(visit, form.refuse(ShowMe.BUSINESS, "Another business has that name."));
            case SignUp.BusinessNameUnfit _ ->
                me.show(visit, form.refuse(ShowMe.BUSINESS, "A business cannot have that name."));
            default -> me.show(visit, form.refuse("No business can be founded here at this time."));
        };
    }

    private Outcome<Founded> found(Transaction tx, Visit visit, String name) {
        SignUp outcome = me.people().signUps().found(tx, visit.person().id(), name);
        return outcome instanceof SignUp.Joined joined
                ? Outcome.done(
                        new Founded(outcome, home(tx, joined.integration())),
                        Deed.of(Action.INTEGRATION_CREATED, Subject.Kind.INTEGRATION, joined.integration())
                                .concerning(joined.integration())
                                .after(Details.of("name", name)
                                        .with("role", joined.role().code())))
                : Outcome.refused(new Founded(outcome, ""));
    }

    private String home(Transaction tx, IntegrationId id) {
        return "/b/" + tenancy.integrations(tx, List.of(id)).get(id).merchantReference() + "/development";
    }
}
