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
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.people.MembershipChange;
import dev.offramp.people.Memberships;
import dev.offramp.people.PersonId;
import dev.offramp.people.Role;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.List;
import java.util.Optional;

/// Gives a member another role.
record ChangeRole(Memberships memberships) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + "/team/members/{person}/role");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_TEAM).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(Roles.FIELD);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        Optional<PersonId> person = visit.id("person").map(PersonId::new);
        if (person.isEmpty()) {
            return Answer.missing();
        }
        return form.isValid()
                ? visit.commit(tx -> change(tx, visit, person.get(), form.get(Roles.FIELD)))
                : Answer.redirect(visit.here().path(ShowTeam.PATH), Note.bad("Choose one of the roles."));
    }

    private Outcome<Answer> change(Transaction tx, Visit visit, PersonId person, Role role) {
        String team = visit.here().path(ShowTeam.PATH);
        if (!Roles.mayGive(visit, role)) {
            return Outcome.refused(Answer.redirect(team, Note.bad(Roles.OWNERS_ONLY)));
        }
        IntegrationId business = visit.tenant().integration();
        return switch (memberships.setRole(tx, person, business, role, old -> Roles.mayGive(visit, old))) {
            case MembershipChange.Changed(Role old) ->
                Outcome.done(
                        Answer.redirect(team, Note.good("The role is changed.")),
                        Deed.of(Action.MEMBER_ROLE_CHANGED, Subject.Kind.PERSON, person)
                                .before(Details.of("role", old.code()))
                                .after(Details.of("role", role.code())));
            case MembershipChange.LastOwner() ->
                Outcome.refused(
                        Answer.redirect(team, Note.bad("A business keeps an owner. Make somebody else one first.")));
            case MembershipChange.NotTheirs _ -> Outcome.refused(Answer.redirect(team, Note.bad(Roles.OWNERS_ONLY)));
            case MembershipChange.NotAMember() -> Outcome.refused(Answer.missing());
        };
    }
}
