package dev.offramp.dashboard;

import dev.offramp.people.Role;
import dev.offramp.tenancy.Environment;
import java.util.EnumSet;
import java.util.Set;

/// What somebody may do in a business. Which role has which is here and nowhere else.
public enum Permission {
    /// See the pages; account numbers and names masked.
    VIEW,
    /// See account numbers and names whole.
    SEE_ACCOUNTS,
    /// Make, limit, rotate and revoke API credentials.
    MANAGE_CREDENTIALS,
    /// Set up webhooks, send events again.
    MANAGE_WEBHOOKS,
    /// Make deposit addresses, link banks to them, make mock deposits.
    MANAGE_ADDRESSES,
    /// Withdraw, pay out, convert; save banks and addresses.
    MOVE_MONEY,
    /// Receive currency, automatic settlement, allow-list, markup.
    MANAGE_SETTINGS,
    /// Set the transaction PIN.
    SET_PIN,
    /// Let AI assistants make things up in the sandbox, or not.
    SWITCH_SANDBOX_TOOLS,
    /// Invite, remove and give roles to others.
    MANAGE_TEAM,
    /// Make owners, and change or remove them.
    MANAGE_OWNERS,
    /// Download reports.
    EXPORT;

    private static final Set<Permission> OWNER = EnumSet.allOf(Permission.class);
    private static final Set<Permission> ADMIN =
            EnumSet.complementOf(EnumSet.of(MOVE_MONEY, SET_PIN, SWITCH_SANDBOX_TOOLS, MANAGE_OWNERS));
    private static final Set<Permission> DEVELOPER = EnumSet.of(VIEW, MANAGE_WEBHOOKS, MANAGE_ADDRESSES);
    private static final Set<Permission> FINANCE = EnumSet.of(VIEW, SEE_ACCOUNTS, MOVE_MONEY, EXPORT);

    /// All that a role may in an environment.
    public static Set<Permission> of(Role role, Environment environment) {
        return switch (role) {
            case OWNER -> EnumSet.copyOf(OWNER);
            case ADMIN -> EnumSet.copyOf(ADMIN);
            case DEVELOPER -> developer(environment);
            case FINANCE -> EnumSet.copyOf(FINANCE);
            case VIEWER -> EnumSet.of(VIEW);
        };
    }

    /// Credentials for real money are not a developer's to make.
    private static Set<Permission> developer(Environment environment) {
        EnumSet<Permission> all = EnumSet.copyOf(DEVELOPER);
        if (environment == Environment.DEVELOPMENT) {
            all.add(MANAGE_CREDENTIALS);
        }
        return all;
    }
}
