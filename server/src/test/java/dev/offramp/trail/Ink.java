package dev.offramp.trail;

import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.secrets.ServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/// A trail to write into, and things to write.
final class Ink {

    static final IntegrationId ACME = new IntegrationId(new ObjectId("66f0a1b2c3d4e5f607182930"));
    static final IntegrationId OTHER = new IntegrationId(new ObjectId("66f0a1b2c3d4e5f607182931"));
    static final Tenant PRODUCTION = new Tenant(ACME, Environment.PRODUCTION);
    static final Actor.Person ANN = new Actor.Person(new ObjectId("66f0a1b2c3d4e5f6071829aa"), "ann@example.com");

    final Database db;
    final ManualClock clock = new ManualClock();
    final Trail trail;

    Ink(Database db) {
        this.db = db;
        this.trail = trail(db, 0);
    }

    Trail trail(Database database, int firstByteOfKey) {
        byte[] key = new byte[ServerKey.BYTES];
        key[0] = (byte) firstByteOfKey;
        return Trail.create(database, new ServerKey(key, new Random(1)), clock);
    }

    static NewEntry entry(String appId) {
        return NewEntry.of(ANN, Action.CREDENTIAL_CREATED, new Subject(Subject.Kind.CREDENTIAL, appId))
                .concerning(ACME);
    }

    void record(NewEntry entry) {
        db.run(tx -> trail.record(tx, entry));
        clock.advance(Duration.ofSeconds(1));
    }

    /// Entries about `app-1`, `app-2` ...
    void recordMany(int count) {
        for (int i = 1; i <= count; i++) {
            record(entry("app-" + i));
        }
    }

    /// What somebody does who can write to the database.
    void meddle(String sql) {
        db.run(tx -> tx.sql().execute(sql));
    }

    Verdict verdict() {
        return trail.verify(Optional.empty());
    }

    Head head() {
        return db.transact(trail::head);
    }
}
