package dev.offramp.payouts;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Tenant;
import java.util.List;

/// Reads everything a tenant was paid, for tests that compare all of it.
public final class AllPayouts {

    private static final String IDS =
            "SELECT id FROM payout WHERE integration = :integration AND environment = :environment";

    private AllPayouts() {}

    public static List<PayoutSnapshot> of(Database db, Payouts payouts, Tenant tenant) {
        return db.view(tx -> payouts.read(
                tx,
                tx.sql()
                        .createQuery(IDS)
                        .bind("integration", tenant.integration().toString())
                        .bind("environment", tenant.environment().code())
                        .mapTo(String.class)
                        .map(id -> new PayoutId(new ObjectId(id)))
                        .list()));
    }
}
