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
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Reading;
import dev.offramp.db.Transaction;
import dev.offramp.mail.Mail;
import dev.offramp.notices.Letters;
import dev.offramp.people.Email;
import dev.offramp.people.Invitation;
import dev.offramp.people.Invitations;
import dev.offramp.people.Role;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.List;
import java.util.Optional;

/// Makes an invitation into the team. Its link is mailed where letters are sent; else it is shown this once, to be
/// handed over.
///
/// @param publicUrl how browsers reach the dashboard
record Invite(ShowTeam team, String publicUrl, Mail mail, Letters letters) implements Page {

    static final Field<Email> EMAIL = Fields.email("email", "E-mail address")
            .then(text -> Reading.of(Email.parse(text), "Enter an e-mail address, such as ann@example.com."))
            .required();

    /// What is to be handed over.
    record View(String link, String email, String role, Invitation invitation) {

        @Override
        public String toString() {
            return "View[" + email + "]";
        }
    }

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + "/team/invitations");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_TEAM).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(EMAIL, Roles.FIELD);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (form.find(Roles.FIELD).filter(role -> !Roles.mayGive(visit, role)).isPresent()) {
            form = form.refuse(Roles.FIELD, Roles.OWNERS_ONLY);
        }
        return form.isValid() ? invite(visit, form) : team.show(visit, form);
    }

    private Answer invite(Visit visit, Form form) {
        Email email = form.get(EMAIL);
        Role role = form.get(Roles.FIELD);
        Optional<Invitations.Made> made = visit.commit(
                tx -> isMember(tx, visit, email) ? Outcome.refused(Optional.empty()) : invite(tx, visit, email, role));
        return made.map(invitation -> mail.isOn() ? mailed(visit, email) : handOver(visit, invitation, role))
                .orElseGet(() -> team.show(visit, form.refuse(EMAIL, "That address is in the team already.")));
    }

    private boolean isMember(Transaction tx, Visit visit, Email email) {
        return team.people()
                .find(tx, email)
                .flatMap(person -> team.people()
                        .memberships()
                        .role(tx, person.id(), visit.tenant().integration()))
                .isPresent();
    }

    private Outcome<Optional<Invitations.Made>> invite(Transaction tx, Visit visit, Email email, Role role) {
        Invitations.Made made = team.people()
                .invitations()
                .invite(
                        tx,
                        email,
                        new Invitation.Offer.Place(visit.tenant().integration(), role),
                        Optional.of(visit.person().id()));
        mail.post(tx, letters.invitation(made, "the team of " + visit.business().name() + " as " + role.code()));
        return Outcome.done(
                Optional.of(made),
                Deed.of(
                                Action.MEMBER_INVITED,
                                Subject.Kind.INVITATION,
                                made.invitation().id())
                        .after(Details.of("e-mail", email).with("role", role.code())));
    }

    private static Answer mailed(Visit visit, Email email) {
        return Answer.redirect(
                visit.here().path(ShowTeam.PATH),
                Note.good("A letter with the invitation is on its way to " + email + "."));
    }

    private Answer handOver(Visit visit, Invitations.Made made, Role role) {
        String link = publicUrl + "/invitations/" + made.token().text();
        View view = new View(link, made.invitation().email().text(), role.code(), made.invitation());
        return Answer.page("Invitation", out -> JteinvitedGenerated.render(out, null, visit.here(), view));
    }
}
