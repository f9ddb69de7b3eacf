package dev.offramp.dashboard.team;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.db.Transaction;
import dev.offramp.people.Invitation;
import dev.offramp.people.Invitations;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.Optional;

/// Makes an open invitation into the team work no more.
record WithdrawInvitation(Invitations invitations) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + "/team/invitations/{invitation}/withdraw");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_TEAM);
    }

    @Override
    public Answer answer(Visit visit) {
        return visit.commit(tx -> find(tx, visit)
                .map(invitation -> withdraw(tx, visit, invitation))
                .orElseGet(() -> Outcome.refused(Answer.missing())));
    }

    private Optional<Invitation> find(Transaction tx, Visit visit) {
        return invitations.list(tx, visit.tenant().integration()).stream()
                .filter(invitation -> invitation.id().toString().equals(visit.path("invitation")))
                .findFirst();
    }

    private Outcome<Answer> withdraw(Transaction tx, Visit visit, Invitation invitation) {
        String team = visit.here().path(ShowTeam.PATH);
        if (!Roles.mayGive(visit, Roles.offered(invitation))) {
            return Outcome.refused(Answer.redirect(team, Note.bad(Roles.OWNERS_ONLY)));
        }
        IntegrationId business = visit.tenant().integration();
        return invitations.revoke(tx, invitation.id(), Optional.of(business))
                ? Outcome.done(
                        Answer.redirect(team, Note.good("The invitation works no more.")),
                        Deed.of(Action.INVITATION_WITHDRAWN, Subject.Kind.INVITATION, invitation.id())
                                .before(Details.of("e-mail", invitation.email())))
                : Outcome.refused(Answer.redirect(team, Note.bad("That invitation was over already.")));
    }
}
