package dev.offramp.tenancy;

import java.math.BigDecimal;

/// What became of a wish to change a tenant's settings. Each arm but the first is a refusal.
public sealed interface SettingChange {

    /// In force with the caller's commit.
    record Changed(TenantSettings settings) implements SettingChange {}

    /// A markup is 0 to 10 percent with at most 2 decimals.
    record MarkupOutOfRange(BigDecimal asked) implements SettingChange {}

    /// @param reason in words for people
    record UnfitFeeTiers(String reason) implements SettingChange {}
}
