package dev.offramp.bench.backup;

import dev.offramp.app.Installation;
import dev.offramp.app.Platform;
import dev.offramp.app.Settings;
import dev.offramp.app.Surroundings;
import dev.offramp.bench.ScratchDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Backs up an installation of so many megabytes, and restores it, with 256 MB of heap.
public final class BackupBench {

    private static final String PASSPHRASE = "a passphrase for a benchmark";
    private static final int RECORDS_AT_ONCE = 10_000;
    private static final int REQUESTS_AT_ONCE = 20_000;
    private static final long MEGABYTE = 1 << 20;

    private final PrintStream out;
    private final int megabytes;
    private final List<String> faults = new ArrayList<>();

    public BackupBench(PrintStream out, int megabytes) {
        this.out = out;
        this.megabytes = megabytes;
    }

    /// @return what failed
    public List<String> run() {
        Path folder = ScratchDatabase.temporary();
        try {
            Map<String, String> here = settings(folder.resolve("here"));
            long filled = fill(here);
            Path file = folder.resolve("bench.backup");
            out.printf("tables %d MB, heap %d MB%n", filled / MEGABYTE, MeasuredCommand.HEAP_MEGABYTES);
            print("backup", MeasuredCommand.run(here, "backup", file.toString(), "--with-keys"), filled);
            out.printf("file   %d MB%n", Files.size(file) / MEGABYTE);
            Map<String, String> there = settings(folder.resolve("there"));
            print("restore", MeasuredCommand.run(there, "restore", file.toString()), filled);
            return faults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ScratchDatabase.delete(folder);
        }
    }

    private static Map<String, String> settings(Path data) {
        return Map.of("OFFRAMP_DATA", data.toString(), "OFFRAMP_BACKUP_PASSPHRASE", PASSPHRASE);
    }

    private void print(String what, MeasuredCommand measured, long bytes) {
        out.printf(
                "%-7s %.1f s, %.1f MB a second, peak heap %d MB%n",
                what,
                measured.seconds(),
                bytes / (double) MEGABYTE / measured.seconds(),
                measured.peakBytes() / MEGABYTE);
        if (measured.exitCode() != 0) {
            faults.add(what + " ended with " + measured.exitCode() + ": " + measured.said());
        }
    }

    /// @return how large the tables are
    private long fill(Map<String, String> settings) {
        Surroundings around = Surroundings.system().with(settings);
        try (Installation installation = Installation.join(Settings.read(settings), around)) {
            Platform platform = installation.platform();
            GrowStore store = new GrowStore();
            long bytes = 0;
            for (long turn = 1; bytes < megabytes * MEGABYTE; turn++) {
                long first = turn;
                platform.db().run(tx -> {
                    store.records(
                            tx, installation.sandbox(), first * RECORDS_AT_ONCE, RECORDS_AT_ONCE, around.random());
                    store.requests(tx, installation.sandbox(), first * REQUESTS_AT_ONCE, REQUESTS_AT_ONCE);
                });
                bytes = platform.db().transact(store::bytes);
            }
            return bytes;
        }
    }
}
