package dev.offramp.tenancy;

import java.util.List;

/// What owners of integrations should know of.
///
/// @param frozen after five wrong PINs
/// @param expiring credentials that work, and will not for long
public record Worries(List<Tenant> frozen, List<Credential> expiring) {}
