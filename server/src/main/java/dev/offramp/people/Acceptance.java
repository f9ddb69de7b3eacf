package dev.offramp.people;

import dev.offramp.tenancy.IntegrationId;

/// What came of an invitation that somebody accepted who is signed in.
public sealed interface Acceptance {

    /// They have the place now.
    record Accepted(IntegrationId integration, Role role) implements Acceptance {}

    /// It is for a business of one's own: found it with the same link.
    record ForFounding() implements Acceptance {}

    /// They had a place there already; the invitation stays open.
    record MemberAlready() implements Acceptance {}

    /// It is for another address.
    record OtherAddress() implements Acceptance {}

    /// It was used, was revoked, ran out or never was.
    record NoInvitation() implements Acceptance {}
}
