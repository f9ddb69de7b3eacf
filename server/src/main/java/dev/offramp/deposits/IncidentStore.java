package dev.offramp.deposits;

import dev.offramp.db.Transaction;
import dev.offramp.money.Money;
import java.math.BigDecimal;
import java.time.Instant;

/// SQL of the table `chain_incident`.
final class IncidentStore {

    private static final String INSERT = """
            INSERT INTO chain_incident (deposit, held_units, noticed_at) VALUES (:deposit, :held, :at)
            """;

    void insert(Transaction tx, DepositId deposit, Money held, Instant at) {
        tx.sql()
                .createUpdate(INSERT)
                .bind("deposit", deposit.toString())
                .bind("held", new BigDecimal(held.units()))
                .bind("at", at)
                .execute();
    }
}
