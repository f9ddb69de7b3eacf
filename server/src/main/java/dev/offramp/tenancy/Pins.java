package dev.offramp.tenancy;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The transaction PINs.
///
/// A try locks the tenant's row, and a wrong one is committed before the lock is gone: however many guesses come at
/// once, all together have five. A keyed hash rather than a slow one, because a slow hash cannot protect a million
/// values, and the key is not in the database.
final class Pins {

    private static final Logger LOG = LoggerFactory.getLogger(Pins.class);
    private static final int FAILURES_MAX = 5;

    private final Database db;
    private final ServerKey key;
    private final PinStore store = new PinStore();

    Pins(Database db, ServerKey key) {
        this.db = db;
        this.key = key;
    }

    void set(Transaction tx, Tenant tenant, Pin pin) {
        store.set(tx, tenant, hash(tenant, pin), FAILURES_MAX);
    }

    PinCheck verify(Tenant tenant, Pin pin) {
        byte[] hash = hash(tenant, pin);
        return db.transact(tx -> verify(tx, tenant, hash));
    }

    private PinCheck verify(Transaction tx, Tenant tenant, byte[] hash) {
        Optional<PinStore.Locked> row = store.lock(tx, tenant);
        if (row.isEmpty()) {
            return new PinCheck.PinUnset();
        }
        int failures = row.get().failures();
        if (failures >= FAILURES_MAX) {
            return new PinCheck.AccountFrozen();
        }
        if (!MessageDigest.isEqual(hash, row.get().hash())) {
            return wrong(tx, tenant, failures + 1);
        }
        if (failures > 0) {
            store.setFailures(tx, tenant, 0);
        } else {
            // Nothing but the lock was written.
            tx.mayBeLost();
        }
        return new PinCheck.PinOk();
    }

    private PinCheck wrong(Transaction tx, Tenant tenant, int failures) {
        store.setFailures(tx, tenant, failures);
        if (failures == FAILURES_MAX) {
            LOG.warn(
                    "account frozen after {} wrong PINs: integration {}, {}",
                    FAILURES_MAX,
                    tenant.integration(),
                    tenant.environment().code());
        }
        return new PinCheck.PinWrong();
    }

    PinStanding standing(Transaction tx, Tenant tenant) {
        Optional<Integer> failures = store.failures(tx, tenant);
        if (failures.isEmpty()) {
            return PinStanding.UNSET;
        }
        return failures.get() < FAILURES_MAX ? PinStanding.SET : PinStanding.FROZEN;
    }

    List<Tenant> frozen(Transaction tx) {
        return store.frozen(tx, FAILURES_MAX);
    }

    boolean unfreeze(Transaction tx, Tenant tenant) {
        return store.unfreeze(tx, tenant, FAILURES_MAX);
    }

    /// The tenant is part of what is hashed: equal PINs do not look equal, and a row is of no use to another tenant.
    private byte[] hash(Tenant tenant, Pin pin) {
        String bound = tenant.integration() + ":" + tenant.environment().code() + ":" + pin.digits();
        return key.hash(Purpose.PIN, bound);
    }
}
