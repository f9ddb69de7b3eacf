package dev.offramp.people;

/// What came of changing a membership.
public sealed interface MembershipChange {

    /// It is as wished.
    ///
    /// @param before the role until now
    record Changed(Role before) implements MembershipChange {}

    /// Nobody else could act as owner of the business.
    record LastOwner() implements MembershipChange {}

    /// Whoever wanted it may not change somebody of that role.
    ///
    /// @param now the role, which stays
    record NotTheirs(Role now) implements MembershipChange {}

    /// The person is not of that business.
    record NotAMember() implements MembershipChange {}
}
