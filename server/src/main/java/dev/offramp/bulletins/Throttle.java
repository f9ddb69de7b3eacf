package dev.offramp.bulletins;

import dev.offramp.db.Transaction;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import dev.offramp.tenancy.AddressRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;

/// How often somebody may want to subscribe, counted in rows so that all processes count together. What is counted is
/// known by its keyed hash.
record Throttle(ServerKey key, BudgetStore store) {

    private static final int FROM_ONE_SOURCE = 10;
    private static final int FROM_ALL = 200;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private static final int IPV4_PREFIX = 24;
    private static final int IPV6_PREFIX = 48;

    /// Whether one more wish of whoever comes from there may be heard. Those of everybody count, too: many machines may
    /// be one person's.
    boolean lets(Transaction tx, InetAddress from, Instant now) {
        int prefix = from instanceof Inet6Address ? IPV6_PREFIX : IPV4_PREFIX;
        return take(tx, "source " + new AddressRange(from, prefix), FROM_ONE_SOURCE, HOUR, now)
                && take(tx, "everybody", FROM_ALL, HOUR, now);
    }

    /// Whether an address may get an unasked letter: one a day, whoever wants it and whatever became of the last.
    boolean letsMail(Transaction tx, String address, Instant now) {
        return take(tx, "address " + address, 1, DAY, now);
    }

    private boolean take(Transaction tx, String what, int most, Duration time, Instant now) {
        return store.take(tx, key.hash(Purpose.STATUS, "budget " + what), most, now, now.plus(time)) <= most;
    }
}
