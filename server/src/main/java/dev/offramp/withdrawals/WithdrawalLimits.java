package dev.offramp.withdrawals;

import dev.offramp.money.Money;

/// The least and the most dollars of one withdrawal, fee aside; both may be withdrawn.
public record WithdrawalLimits(Money minimum, Money maximum) {

    boolean allow(Money amount) {
        return amount.compareTo(minimum) >= 0 && amount.compareTo(maximum) <= 0;
    }
}
