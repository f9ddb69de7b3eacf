package dev.offramp.law.planted.money;

import static dev.offramp.law.planted.ledger.Books.DECIMALS;

final class Copied {
    private Copied() {}

    static int decimals() {
        return DECIMALS;
    }
}
