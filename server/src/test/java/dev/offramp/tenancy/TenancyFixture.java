package dev.offramp.tenancy;

import dev.offramp.db.CommitPoints;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.secrets.TestServerKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// Processes of one platform: each with its own pool and memory, on one database under one server key.
final class TenancyFixture implements AutoCloseable {

    final ManualClock clock = new ManualClock();

    /// How many transactions the first process committed.
    final AtomicInteger commits = new AtomicInteger();

    final TestDatabase test;
    final Tenancy tenancy;
    private final AtomicInteger names = new AtomicInteger();
    private final List<Database> others = new ArrayList<>();

    TenancyFixture() {
        test = TestDatabase.create(new CommitPoints() {
            @Override
            public void afterCommit() {
                commits.incrementAndGet();
            }
        });
        tenancy = process(test.database(), 1);
    }

    Database database() {
        return test.database();
    }

    Tenancy otherProcess(int seed) {
        Database other = Database.open(test.address(), 4);
        others.add(other);
        return process(other, seed);
    }

    private Tenancy process(Database db, int seed) {
        Random random = new Random(seed);
        return Tenancy.create(db, TestServerKey.create(), new ObjectIds(clock, random), clock, random);
    }

    NewIntegration.Created created(String name) {
        return (NewIntegration.Created) tenancy.createIntegration(name);
    }

    /// A new integration's tenant in development.
    Tenant tenant() {
        String name = "Integration " + names.incrementAndGet();
        return new Tenant(created(name).integration().id(), Environment.DEVELOPMENT);
    }

    TenantSettings settings(Tenant tenant) {
        return database().transact(tx -> tenancy.settings(tx, tenant));
    }

    @Override
    public void close() {
        others.forEach(Database::close);
        test.close();
    }
}
