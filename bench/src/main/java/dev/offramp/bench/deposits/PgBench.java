package dev.offramp.bench.deposits;

import dev.offramp.db.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// PostgreSQL's own benchmark (TPC-B, prepared statements), the yardstick of the machine and its disk.
final class PgBench {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without");
    private static final String SCALE = "20";
    private static final String SECONDS = "15";

    private final Path program;
    private final DatabaseAddress address;

    private PgBench(Path program, DatabaseAddress address) {
        this.program = program;
        this.address = address;
    }

    /// Empty where it is not installed (Debian: `apt-get install postgresql-contrib` or `postgresql`).
    static Optional<PgBench> find(DatabaseAddress address) {
        List<Path> places = new ArrayList<>(List.of(Path.of("/usr/bin/pgbench"), Path.of("/usr/local/bin/pgbench")));
        try (Stream<Path> versions = Files.exists(Path.of("/usr/lib/postgresql"))
                ? Files.list(Path.of("/usr/lib/postgresql"))
                : Stream.empty()) {
            versions.map(version -> version.resolve("bin/pgbench")).forEach(places::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places.stream().filter(Files::isExecutable).findFirst().map(program -> new PgBench(program, address));
    }

    void prepare() {
        call("-i", "-q", "-s", SCALE);
    }

    /// Transactions a second.
    double run(int connections) {
        String output = call("-M", "prepared", "-c", "" + connections, "-j", "2", "-T", SECONDS);
        Matcher tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench said: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }

    private String call(String... arguments) {
        Matcher url = Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/(.+)").matcher(address.jdbcUrl());
        if (!url.matches()) {
            throw new IllegalStateException("not a plain address: " + address);
        }
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-h", url.group(1), "-p", url.group(2), "-U", address.user().orElse("postgres")));
        command.add(url.group(3));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        address.password().ifPresent(password -> builder.environment().put("PGPASSWORD", password));
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException("pgbench failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
