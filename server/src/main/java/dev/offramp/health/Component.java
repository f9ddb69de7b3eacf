package dev.offramp.health;

import dev.offramp.chains.ChainId;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Environment;
import java.util.Locale;

/// A part of the installation that is measured.
///
/// @param code stored, shown to programs, and therefore never changed
/// @param name as people read it
public record Component(String code, Section section, String name) {

    public static final Component API = new Component("api", Section.PLATFORM, "API");
    public static final Component DASHBOARD = new Component("dashboard", Section.PLATFORM, "Dashboard");
    static final Component DATABASE = new Component("database", Section.PLATFORM, "Database");
    static final Component WEBHOOKS = new Component("webhooks", Section.PLATFORM, "Webhooks");
    static final Component RATES = new Component("rates", Section.PLATFORM, "Rates");

    /// Deposits on a chain.
    static Component of(ChainId chain) {
        return in(
                chain.environment(),
                Section.DEPOSITS,
                "deposits." + chain.network().code(),
                "Deposits on " + chain.network().displayName());
    }

    /// Payouts on a rail.
    static Component of(Environment environment, Fiat currency) {
        String code = currency.code().toUpperCase(Locale.ROOT);
        return in(environment, Section.PAYOUTS, "payouts." + currency.code(), "Payouts in " + code);
    }

    private static Component in(Environment environment, Section section, String code, String name) {
        return switch (environment) {
            case PRODUCTION -> new Component(code, section, name);
            case DEVELOPMENT -> new Component("sandbox." + code, Section.SANDBOX, name);
        };
    }
}
