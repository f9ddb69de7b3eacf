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
import dev.offramp.people.MembershipChange;
import dev.offramp.people.Memberships;
import dev.offramp.people.PersonId;
import dev.offramp.people.Role;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;

/// Leaves the business, whatever one's role; but its last owner stays.
record LeaveTeam(Memberships memberships) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + "/team/leave");
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW).fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        PersonId me = visit.person().id();
        // Whatever one is, one may leave.
        return visit.commit(tx -> switch (memberships.remove(
                tx, me, visit.tenant().integration(), _ -> true)) {
            case MembershipChange.Changed(Role old) ->
                Outcome.done(
                        Answer.redirect(
                                "/",
                                Note.good("You have left " + visit.business().name() + ".")),
                        Deed.of(Action.MEMBER_REMOVED, Subject.Kind.PERSON, me).before(Details.of("role", old.code())));
            case MembershipChange.LastOwner() ->
                Outcome.refused(Answer.redirect(
                        visit.here().path(ShowTeam.PATH),
                        Note.bad("A business keeps an owner. Make somebody else one first.")));
            case MembershipChange.NotTheirs _, MembershipChange.NotAMember _ -> Outcome.refused(Answer.missing());
        });
    }
}
