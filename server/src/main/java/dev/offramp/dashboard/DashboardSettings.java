package dev.offramp.dashboard;

/// How the dashboard is set up.
///
/// @param isProductionEnabled whether there are pages of `production` at all (`OFFRAMP_PRODUCTION=on`)
/// @param publicUrl how browsers reach the server, without a slash at the end
public record DashboardSettings(boolean isProductionEnabled, String publicUrl) {}
