package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.people.Invitation;
import dev.offramp.people.People;
import dev.offramp.people.SignUp;
import dev.offramp.people.Token;
import dev.offramp.people.Witness;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.List;
import java.util.Optional;

/// What the pages of getting an account, or a place in a business, have in common.
record Joining(People people, Tenancy tenancy) {

    private static final String TITLE = "Invitation";

    /// What somebody is invited to.
    ///
    /// @param path of the invitation
    /// @param business whose team it is; empty for a business of one's own
    public record View(String path, String email, Optional<String> business, String role) {

        public boolean isFounding() {
            return business.isEmpty();
        }
    }

    /// Tells the audit log of somebody new.
    ///
    /// @param more what else has happened by that, to the business
    Witness<SignUp.Joined> watching(Visit visit, Action more) {
        return (tx, joined) -> people.find(tx, joined.person()).ifPresent(person -> {
            visit.record(
                    tx,
                    person,
                    Deed.of(Action.SIGNED_UP, Subject.Kind.PERSON, person.id()).concerning(joined.integration()));
            visit.record(tx, person, joined(more, joined));
        });
    }

    static Deed joined(Action action, SignUp.Joined joined) {
        Subject.Kind kind = action == Action.MEMBER_JOINED ? Subject.Kind.PERSON : Subject.Kind.INTEGRATION;
        Object id = action == Action.MEMBER_JOINED ? joined.person() : joined.integration();
        return Deed.of(action, kind, id)
                .concerning(joined.integration())
                .after(Details.of("role", joined.role().code()));
    }

    Token token(Visit visit) {
        return new Token(visit.path("token"));
    }

    Optional<Invitation> invitation(Visit visit) {
        return visit.view(tx -> people.invitations().find(tx, token(visit)));
    }

    /// The overview of a business.
    String home(Transaction tx, IntegrationId id) {
        return "/b/" + business(tx, id).merchantReference() + "/development";
    }

    /// The page of an invitation, for whoever has its link.
    Answer show(Visit visit, Form form) {
        return invitation(visit)
                .map(invitation -> show(visit, view(visit, invitation), form))
                .orElseGet(() -> over(visit));
    }

    private Answer show(Visit visit, View view, Form form) {
        return Answer.refused(
                form.isValid() ? 200 : 422,
                TITLE,
                visit.isSignedIn()
                        ? out -> JteinvitedGenerated.render(
                                out,
                                null,
                                visit.here(),
                                form,
                                view,
                                visit.person().email().text())
                        : out -> JteinvitationGenerated.render(out, null, visit.here(), form, view));
    }

    Answer over(Visit visit) {
        return Answer.refused(
                404,
                TITLE,
                out -> JtedeadLinkGenerated.render(
                        out,
                        null,
                        "This invitation was used, was withdrawn, or is older than seven days. Ask for another one."));
    }

    private View view(Visit visit, Invitation invitation) {
        String path = "/invitations/" + visit.path("token");
        String email = invitation.email().text();
        return switch (invitation.offer()) {
            case Invitation.Offer.Business() -> new View(path, email, Optional.empty(), "owner");
            case Invitation.Offer.Place place -> {
                String name = visit.view(tx -> business(tx, place.integration()).name());
                yield new View(path, email, Optional.of(name), place.role().code());
            }
        };
    }

    private Integration business(Transaction tx, IntegrationId id) {
        Integration found = tenancy.integrations(tx, List.of(id)).get(id);
        if (found == null) {
            throw new IllegalStateException("an invitation into nothing");
        }
        return found;
    }
}
