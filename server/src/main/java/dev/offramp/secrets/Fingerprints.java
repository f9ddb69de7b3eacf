package dev.offramp.secrets;

import dev.offramp.db.Database;
import java.util.Optional;

/// What the database remembers of the keys it was made with: enough to recognise each, nothing to find it by.
public final class Fingerprints {

    private final Database db;
    private final FingerprintStore store = new FingerprintStore();

    private Fingerprints(Database db) {
        this.db = db;
    }

    public static Fingerprints create(Database db) {
        return new Fingerprints(db);
    }

    /// The fingerprint of the key of this name; empty as long as the database has not seen one.
    public Optional<String> of(String name) {
        return db.transact(tx -> store.find(tx, name));
    }

    /// Remembers the fingerprint if there is none of this name yet.
    ///
    /// @return whether the database holds just this one; false as well when the key is in use under another name
    public boolean claim(String name, String fingerprint) {
        return db.transact(tx -> {
            store.insertIfFree(tx, name, fingerprint);
            return store.find(tx, name).filter(fingerprint::equals).isPresent();
        });
    }
}
