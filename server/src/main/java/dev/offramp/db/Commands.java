package dev.offramp.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Runs programs of the system and of PostgreSQL and waits for them.
final class Commands {

    /// @param output what it printed, errors included
    record Finished(int exitCode, String output) {

        boolean isSuccess() {
            return exitCode == 0;
        }
    }

    private Commands() {}

    static Finished run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        // PGDATA, PGPORT and their like are for somebody else's server.
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Finished(exitCode(process), output.strip());
    }

    /// Whether `command` could be run and succeeded.
    static boolean succeeds(List<String> command) {
        try {
            return run(command).isSuccess();
        } catch (IOException e) {
            return false;
        }
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(
                    "interrupted while waiting for " + process.info().command(), e);
        }
    }
}
