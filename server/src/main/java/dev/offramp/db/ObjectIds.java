package dev.offramp.db;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Makes new ids: 4 bytes of time in seconds, 8 random bytes.
///
/// Mongo's own form has a process-wide counter in the last three bytes; random bytes serve as well between
/// processes and keep no state. A clash within one second has odds below 1 in 10^19 per pair, and the primary
/// key would refuse it.
public final class ObjectIds {

    private final InstantSource clock;
    private final RandomGenerator random;

    public ObjectIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public ObjectId next() {
        HexFormat hex = HexFormat.of();
        int seconds = (int) clock.instant().getEpochSecond();
        return new ObjectId(hex.toHexDigits(seconds) + hex.toHexDigits(random.nextLong()));
    }
}
