package dev.offramp.law.planted.payouts;

import dev.offramp.db.Transaction;

final class SpokenStore {
    private static final String DELETE = "DELETE FROM payout WHERE id = ?";

    private SpokenStore() {}

    static int delete(Transaction tx, String id) {
        return tx.sql().execute(DELETE, id);
    }
}
