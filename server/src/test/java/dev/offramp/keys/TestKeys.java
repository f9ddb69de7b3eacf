package dev.offramp.keys;

import dev.offramp.tenancy.Environment;
import java.util.Map;
import java.util.Random;

/// Keys for tests of other rooms: both environments, always the same seeds, no files.
public final class TestKeys {

    private TestKeys() {}

    public static Keys create() {
        return Keys.of(Map.of(
                Environment.DEVELOPMENT, Seed.random(new Random(1)),
                Environment.PRODUCTION, Seed.random(new Random(2))));
    }
}
