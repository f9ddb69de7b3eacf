package dev.offramp.people;

import dev.offramp.tenancy.IntegrationId;
import java.time.Instant;
import java.util.Optional;

/// A wish that somebody should come: valid for 7 days, for one address, once.
///
/// @param invitedBy empty for the command line
public record Invitation(
        InvitationId id,
        Email email,
        Offer offer,
        Optional<PersonId> invitedBy,
        Instant createdAt,
        Instant expiresAt,
        State state) {

    /// What is offered.
    public sealed interface Offer {

        /// A place in a business.
        record Place(IntegrationId integration, Role role) implements Offer {}

        /// A business of one's own.
        record Business() implements Offer {}
    }

    /// How it stands.
    public enum State {
        OPEN,
        USED,
        REVOKED,
        EXPIRED
    }
}
