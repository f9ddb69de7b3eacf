package dev.offramp.people;

import dev.offramp.db.Transaction;
import dev.offramp.secrets.Purpose;
import dev.offramp.tenancy.IntegrationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Links that let somebody in: invitations. Each works once. Who makes one hands it over; nothing is mailed from here.
public final class Invitations {

    private static final Duration VALID = Duration.ofDays(7);

    private final Parts parts;
    private final InvitationStore store = new InvitationStore();
    private final MembershipStore memberships = new MembershipStore();
    private final PersonStore persons = new PersonStore();

    /// An invitation at the only moment its token is known.
    public record Made(Invitation invitation, Token token) {}

    Invitations(Parts parts) {
        this.parts = parts;
    }

    /// @param by empty for the command line
    public Made invite(Transaction tx, Email email, Invitation.Offer offer, Optional<PersonId> by) {
        Token token = parts.token();
        Instant now = parts.now();
        Invitation invitation = new Invitation(
                new InvitationId(parts.ids().next()), email, offer, by, now, now.plus(VALID), Invitation.State.OPEN);
        store.insert(tx, invitation, parts.hash(Purpose.INVITATION, token));
        return new Made(invitation, token);
    }

    /// All invitations into a business, the newest first.
    public List<Invitation> list(Transaction tx, IntegrationId integration) {
        return store.list(tx, integration, parts.now());
    }

    /// All invitations to found a business, the newest first.
    public List<Invitation> listForBusinesses(Transaction tx) {
        return store.listForBusinesses(tx, parts.now());
    }

    /// The open invitation a link stands for.
    public Optional<Invitation> find(Transaction tx, Token token) {
        return store.find(tx, parts.hash(Purpose.INVITATION, token), parts.now());
    }

    /// @param integration whose it is; empty for one to found a business
    /// @return whether it was open until now
    public boolean revoke(Transaction tx, InvitationId id, Optional<IntegrationId> integration) {
        return store.revoke(tx, id, integration, parts.now());
    }

    /// Takes the place that is offered to somebody who has an account and is signed in.
    public Acceptance accept(Transaction tx, Token token, PersonId person) {
        Optional<Invitation> invitation = lock(tx, token);
        if (invitation.isEmpty()) {
            return new Acceptance.NoInvitation();
        }
        Email email = persons.find(tx, person).orElseThrow().email();
        if (!email.equals(invitation.get().email())) {
            return new Acceptance.OtherAddress();
        }
        return switch (invitation.get().offer()) {
            case Invitation.Offer.Business _ -> new Acceptance.ForFounding();
            case Invitation.Offer.Place place -> accept(tx, invitation.get(), place, person);
        };
    }

    private Acceptance accept(Transaction tx, Invitation invitation, Invitation.Offer.Place place, PersonId person) {
        Membership membership = new Membership(person, place.integration(), place.role(), parts.now());
        if (!memberships.insert(tx, membership)) {
            return new Acceptance.MemberAlready();
        }
        use(tx, invitation);
        return new Acceptance.Accepted(place.integration(), place.role());
    }

    /// The open invitation a link stands for, which stays open to nobody else until the transaction ends.
    Optional<Invitation> lock(Transaction tx, Token token) {
        return store.lock(tx, parts.hash(Purpose.INVITATION, token), parts.now());
    }

    /// Uses up an invitation that is locked.
    void use(Transaction tx, Invitation invitation) {
        store.use(tx, invitation.id(), parts.now());
    }
}
