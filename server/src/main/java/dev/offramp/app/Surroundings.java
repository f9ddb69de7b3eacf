package dev.offramp.app;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/// What a process finds around it. Everything the program gets from its machine passes through here.
///
/// @param environment the environment variables
/// @param user of the operating system
/// @param random for ids and jitter; good, not secret
/// @param secureRandom for secrets
/// @param out answers of commands, the ready line
/// @param err the log, refusals
public record Surroundings(
        Map<String, String> environment,
        String user,
        InstantSource clock,
        RandomGenerator random,
        RandomGenerator secureRandom,
        PrintStream out,
        PrintStream err) {

    /// The real ones.
    public static Surroundings system() {
        return new Surroundings(
                System.getenv(),
                System.getProperty("user.name", "unknown"),
                InstantSource.system(),
                // One generator per thread: loops and requests do not wait for each other's ids.
                () -> ThreadLocalRandom.current().nextLong(),
                new SecureRandom(),
                System.out,
                System.err);
    }

    /// The same with other variables.
    public Surroundings with(Map<String, String> variables) {
        return new Surroundings(variables, user, clock, random, secureRandom, out, err);
    }
}
