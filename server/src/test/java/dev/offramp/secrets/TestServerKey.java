package dev.offramp.secrets;

import java.util.Random;

/// The server key of tests: always the same, so that several processes of one test have it.
public final class TestServerKey {

    private TestServerKey() {}

    public static ServerKey create() {
        return new ServerKey(new byte[ServerKey.BYTES], new Random(1));
    }
}
