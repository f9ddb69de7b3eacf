package dev.offramp.dashboard;

import dev.offramp.people.Role;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.Tenant;
import java.util.Set;

/// A business in one environment, as somebody who has a role in it sees it.
public record Business(Integration integration, Environment environment, Role role) {

    public Tenant tenant() {
        return new Tenant(integration.id(), environment);
    }

    public String name() {
        return integration.name();
    }

    public Set<Permission> permissions() {
        return Permission.of(role, environment);
    }

    public boolean may(Permission permission) {
        return permissions().contains(permission);
    }

    /// What all its paths begin with.
    public String root() {
        return "/b/" + integration.merchantReference() + "/" + environment.code();
    }

    /// The same business in the other environment or this one.
    Business in(Environment other) {
        return new Business(integration, other, role);
    }
}
