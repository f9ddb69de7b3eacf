package dev.offramp.law.planted.rates;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

final class Restless {
    private Restless() {}

    static List<Object> clocks() {
        return List.of(
                LocalDate.now(),
                Clock.systemUTC(),
                InstantSource.system(),
                System.currentTimeMillis(),
                System.nanoTime());
    }

    static List<Object> chance() {
        return List.of(
                new Random(),
                new SecureRandom(),
                ThreadLocalRandom.current(),
                RandomGenerator.getDefault(),
                Math.random(),
                UUID.randomUUID());
    }

    static Supplier<Instant> byReference() {
        return Instant::now;
    }
}
