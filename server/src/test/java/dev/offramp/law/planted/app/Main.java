package dev.offramp.law.planted.app;

import java.time.Instant;

final class Main {
    private Main() {}

    static Instant now() {
        return Instant.now();
    }
}
