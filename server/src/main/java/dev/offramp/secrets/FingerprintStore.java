package dev.offramp.secrets;

import dev.offramp.db.Transaction;
import java.util.Optional;

/// SQL of the table `key_fingerprint`.
final class FingerprintStore {

    private static final String INSERT = """
            INSERT INTO key_fingerprint (name, fingerprint) VALUES (:name, :fingerprint) ON CONFLICT DO NOTHING
            """;

    private static final String FIND = "SELECT fingerprint FROM key_fingerprint WHERE name = :name";

    void insertIfFree(Transaction tx, String name, String fingerprint) {
        tx.sql()
                .createUpdate(INSERT)
                .bind("name", name)
                .bind("fingerprint", fingerprint)
                .execute();
    }

    Optional<String> find(Transaction tx, String name) {
        return tx.sql().createQuery(FIND).bind("name", name).mapTo(String.class).findOne();
    }
}
