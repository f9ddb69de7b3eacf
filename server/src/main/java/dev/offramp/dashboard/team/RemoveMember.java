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
import dev.offramp.people.MembershipChange;
import dev.offramp.people.Memberships;
import dev.offramp.people.PersonId;
import dev.offramp.people.Role;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;

/// Takes a member's place away. They have nothing here from their next request on.
record RemoveMember(Memberships memberships) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + "/team/members/{person}/remove");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_TEAM).fresh();
    }

    @Override
    public Answer answer(Visit visit) {
        return visit.id("person")
                .map(PersonId::new)
                .map(person -> visit.commit(tx -> remove(tx, visit, person)))
                .orElseGet(Answer::missing);
    }

    private Outcome<Answer> remove(Transaction tx, Visit visit, PersonId person) {
        String team = visit.here().path(ShowTeam.PATH);
        IntegrationId business = visit.tenant().integration();
        boolean isMe = person.equals(visit.person().id());
        return switch (memberships.remove(tx, person, business, old -> Roles.mayGive(visit, old))) {
            case MembershipChange.Changed(Role old) ->
                Outcome.done(
                        isMe
                                ? Answer.redirect("/", Note.good("You have left the team."))
                                : Answer.redirect(team, Note.good("They are not in the team any more.")),
                        Deed.of(Action.MEMBER_REMOVED, Subject.Kind.PERSON, person)
                                .before(Details.of("role", old.code())));
            case MembershipChange.LastOwner() ->
                Outcome.refused(
                        Answer.redirect(team, Note.bad("A business keeps an owner. Make somebody else one first.")));
            case MembershipChange.NotTheirs _ -> Outcome.refused(Answer.redirect(team, Note.bad(Roles.OWNERS_ONLY)));
            case MembershipChange.NotAMember() -> Outcome.refused(Answer.missing());
        };
    }
}
