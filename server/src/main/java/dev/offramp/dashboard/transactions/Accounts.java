package dev.offramp.dashboard.transactions;

import dev.offramp.ledger.Account;

/// Accounts of the books, in the words of those whose money it is.
public final class Accounts {

    private Accounts() {}

    public static String words(Account account) {
        return switch (account.kind()) {
            case TENANT -> "your balance";
            case RECEIVABLE -> "what you owe";
            case LIQUIDITY -> "exchange";
            case FEES -> "fees";
            case CUSTODY -> "chain";
            case SUSPENSE -> "held back";
            case RAIL -> "banks";
            case GAS_COST -> "cost of sending";
        };
    }
}
