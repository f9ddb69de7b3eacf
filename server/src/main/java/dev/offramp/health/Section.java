package dev.offramp.health;

import java.util.Locale;

/// Where a component stands on the page, in their order.
public enum Section {
    PLATFORM("Platform"),
    DEPOSITS("Deposits"),
    PAYOUTS("Payouts"),
    /// What moves no real money: its troubles are not the installation's where production is on.
    SANDBOX("Sandbox");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Section ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
