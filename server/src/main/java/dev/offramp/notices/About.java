package dev.offramp.notices;

import dev.offramp.people.PersonId;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;

/// What news are about, which with their kind says whom they concern.
public sealed interface About {

    /// Something of a business in one environment.
    record Part(Tenant tenant) implements About {}

    /// Something of a business that is the same in both environments.
    ///
    /// @param shownIn where its page is opened
    record Whole(IntegrationId integration, Environment shownIn) implements About {}

    /// Somebody's own account.
    record Oneself(PersonId person) implements About {}

    /// The installation.
    record Installation() implements About {}
}
