package dev.offramp.dashboard.team;

import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.people.Invitation;
import dev.offramp.people.Role;
import java.util.Arrays;

/// Who may give and take which role.
public final class Roles {

    static final String OWNERS_ONLY = "Owners are made, changed and removed by owners alone.";

    public static final Field<Role> FIELD = Fields.choice(
                    "role",
                    "Role",
                    Arrays.stream(Role.values())
                            .map(role -> new Choice(role.code(), words(role)))
                            .toList(),
                    Role::parse)
            .required();

    private Roles() {}

    /// A role and what it is for.
    public static String words(Role role) {
        return switch (role) {
            case OWNER -> "Owner: everything";
            case ADMIN -> "Admin: everything but moving money, the PIN and owners";
            case DEVELOPER -> "Developer: addresses, webhooks, credentials of development";
            case FINANCE -> "Finance: moves money, sees accounts, downloads reports";
            case VIEWER -> "Viewer: looks";
        };
    }

    static boolean mayGive(Visit visit, Role role) {
        return visit.may(role == Role.OWNER ? Permission.MANAGE_OWNERS : Permission.MANAGE_TEAM);
    }

    static Role offered(Invitation invitation) {
        return switch (invitation.offer()) {
            case Invitation.Offer.Place place -> place.role();
            case Invitation.Offer.Business() -> throw new IllegalStateException("not into this business");
        };
    }
}
