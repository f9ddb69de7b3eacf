package dev.offramp.deposits;

import java.util.List;

/// What we know of transfers to our addresses, whoever's they are.
///
/// @param arrivals those that are no deposits
public record SeenTransfers(List<Deposit> deposits, List<Arrival> arrivals) {

    public boolean isEmpty() {
        return deposits.isEmpty() && arrivals.isEmpty();
    }
}
