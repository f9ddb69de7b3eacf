package dev.offramp.notices;

/// How notices are set up.
///
/// @param publicUrl how browsers reach the dashboard, without a slash at the end
/// @param isProductionEnabled whether what production lacks concerns anybody
public record NoticeRules(String publicUrl, boolean isProductionEnabled) {}
