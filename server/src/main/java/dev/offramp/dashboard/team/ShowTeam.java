package dev.offramp.dashboard.team;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.people.Invitation;
import dev.offramp.people.Membership;
import dev.offramp.people.People;
import dev.offramp.people.Person;
import dev.offramp.people.PersonId;
import dev.offramp.people.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who works for a business, and who is invited to.
record ShowTeam(People people, boolean isMailOn) implements Page {

    static final String PATH = "/team";

    /// What the page shows.
    ///
    /// @param invitations those that are open; none for who may not invite
    record View(List<Member> members, List<Invited> invitations, boolean isMailOn) {}

    /// @param isMe whether it is whoever looks
    /// @param isMine whether whoever looks may change or remove them
    record Member(Person person, Role role, Instant since, boolean isMe, boolean isMine) {}

    /// @param isMine whether whoever looks may withdraw it
    record Invited(Invitation invitation, Role role, boolean isMine) {}

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.BUSINESS, "Team"));
    }

    @Override
    public Answer answer(Visit visit) {
        return show(visit, Form.blank());
    }

    /// @param form of an invitation
    Answer show(Visit visit, Form form) {
        View view = visit.view(tx -> view(tx, visit));
        return Answer.refused(
                form.isValid() ? 200 : 422,
                "Team",
                out -> JteteamGenerated.render(out, null, visit.here(), form, view));
    }

    private View view(Transaction tx, Visit visit) {
        List<Membership> memberships =
                people.memberships().in(tx, visit.tenant().integration());
        Map<PersonId, Person> persons =
                people.find(tx, memberships.stream().map(Membership::person).toList());
        List<Member> members = memberships.stream()
                .map(membership -> member(visit, membership, persons.get(membership.person())))
                .toList();
        List<Invited> invited = visit.may(Permission.MANAGE_TEAM)
                ? people.invitations().list(tx, visit.tenant().integration()).stream()
                        .filter(invitation -> invitation.state() == Invitation.State.OPEN)
                        .map(invitation -> invited(visit, invitation))
                        .toList()
                : List.of();
        return new View(members, invited, isMailOn);
    }

    private static Member member(Visit visit, Membership membership, Person person) {
        return new Member(
                person,
                membership.role(),
                membership.since(),
                person.id().equals(visit.person().id()),
                Roles.mayGive(visit, membership.role()));
    }

    private static Invited invited(Visit visit, Invitation invitation) {
        Role role = Roles.offered(invitation);
        return new Invited(invitation, role, Roles.mayGive(visit, role));
    }
}
