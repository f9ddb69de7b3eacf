package dev.offramp.dashboard.conversion;

import dev.offramp.money.Fiat;

/// Which balance becomes which.
public enum Direction {
    USD_NGN(Fiat.USD, Fiat.NGN),
    USD_GHS(Fiat.USD, Fiat.GHS),
    NGN_USD(Fiat.NGN, Fiat.USD),
    GHS_USD(Fiat.GHS, Fiat.USD);

    private final Fiat from;
    private final Fiat to;

    Direction(Fiat from, Fiat to) {
        this.from = from;
        this.to = to;
    }

    public Fiat from() {
        return from;
    }

    public Fiat to() {
        return to;
    }

    public String code() {
        return from.code() + "-" + to.code();
    }

    /// Whether dollars are sold; else they are bought.
    public boolean isSale() {
        return from == Fiat.USD;
    }

    /// The one of the two that is not the dollar.
    public Fiat local() {
        return isSale() ? to : from;
    }
}
