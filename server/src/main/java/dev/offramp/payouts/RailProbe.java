package dev.offramp.payouts;

import dev.offramp.db.Database;
import dev.offramp.db.Trouble;
import dev.offramp.jobs.Step;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Environment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks rails that nobody has called for a while about a payout that there is not: that one is away is seen before the
/// next payout needs it. A rail has no other question that changes nothing.
///
/// How it went is written down as after any call; several processes ask little more often than one.
final class RailProbe implements Step {

    /// A rail that answered since then needs no asking.
    static final Duration EVERY = Duration.ofSeconds(15);

    /// No payout has it: theirs end in an id.
    static final PayoutReference NOTHING = new PayoutReference("poprobe0000000000000000000");

    private static final Logger LOG = LoggerFactory.getLogger(RailProbe.class);

    private final Database db;
    private final InstantSource clock;
    private final Rails rails;
    private final RailLooks looks;
    private final RailLookStore store = new RailLookStore();

    RailProbe(Database db, InstantSource clock, Rails rails) {
        this.db = db;
        this.clock = clock;
        this.rails = rails;
        this.looks = new RailLooks(db, clock);
    }

    @Override
    public String name() {
        return "payouts.probe";
    }

    @Override
    public boolean runOnce() {
        for (RailLookStore.Key key : db.transact(tx -> silent(store.looks(tx)))) {
            rails.serving(key.environment(), key.currency()).ifPresent(rail -> ask(key, rail));
        }
        return false;
    }

    private List<RailLookStore.Key> silent(Map<RailLookStore.Key, RailLookStore.Look> last) {
        Instant since = clock.instant().minus(EVERY);
        List<RailLookStore.Key> silent = new ArrayList<>();
        for (Environment environment : Environment.values()) {
            for (Fiat currency : Payouts.CURRENCIES) {
                RailLookStore.Key key = new RailLookStore.Key(environment, currency);
                Optional<Instant> answered =
                        last.getOrDefault(key, RailLookStore.Look.NEVER).answeredAt();
                if (answered.filter(at -> at.isAfter(since)).isEmpty()) {
                    silent.add(key);
                }
            }
        }
        return silent;
    }

    private void ask(RailLookStore.Key key, Rail rail) {
        try {
            rail.query(Set.of(NOTHING));
            looks.answered(key);
        } catch (Trouble trouble) {
            LOG.debug("{} {}: {}", key.environment().code(), key.currency(), trouble.getMessage());
            looks.troubled(key, trouble.getMessage());
        }
    }
}
