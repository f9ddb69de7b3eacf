package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.part.Figures;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;

/// Amounts of money with their currency: `94,221.52 NGN`.
public final class Amounts {

    private Amounts() {}

    public static String text(Money money) {
        return Figures.number(money, Fiat.SCALE) + " " + money.asset();
    }
}
