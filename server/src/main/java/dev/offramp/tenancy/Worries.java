package dev.offramp.tenancy;

import java.util.List;

/// What owners of integrations, and who runs the installation, should know of.
///
/// @param frozen after five wrong PINs
/// @param expiring credentials that work, and will not for long
/// @param unapproved integrations that may not use production
public record Worries(List<Tenant> frozen, List<Credential> expiring, List<Integration> unapproved) {}
