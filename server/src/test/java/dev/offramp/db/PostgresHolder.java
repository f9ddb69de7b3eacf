package dev.offramp.db;

import java.nio.file.Path;
import java.security.SecureRandom;

/// A program that runs the embedded PostgreSQL until it is stopped, for tests that kill it.
final class PostgresHolder {

    private PostgresHolder() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedPostgres postgres;
        try {
            postgres = EmbeddedPostgres.start(Path.of(arguments[0]), new SecureRandom());
        } catch (StartRefused refused) {
            System.out.println(refused.getMessage());
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        System.out.println(postgres.address().jdbcUrl());
        Thread.currentThread().join();
    }
}
