package dev.offramp.notices;

import dev.offramp.people.Role;
import java.util.EnumSet;
import java.util.Set;

/// Whom a kind of news concerns.
public enum Audience {
    /// One person, about their own account.
    ONESELF(),
    /// Who runs the business.
    OWNERS(Role.OWNER, Role.ADMIN),
    /// Who builds on it, too.
    BUILDERS(Role.OWNER, Role.ADMIN, Role.DEVELOPER),
    /// Who looks after its money, too.
    MONEY(Role.OWNER, Role.ADMIN, Role.FINANCE),
    /// Who runs the installation.
    OPERATORS();

    private final Set<Role> roles;

    Audience(Role... roles) {
        this.roles = roles.length == 0 ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(Set.of(roles));
    }

    /// Whether members of a business in this role are concerned.
    public boolean includes(Role role) {
        return roles.contains(role);
    }
}
