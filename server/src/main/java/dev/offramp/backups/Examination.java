package dev.offramp.backups;

import java.io.IOException;
import java.io.InputStream;

/// Reads a backup from its first byte to its last, and keeps nothing but the manifest and the keys: whoever loads it
/// afterwards knows that it is whole.
final class Examination {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Progress progress;

    Examination(Progress progress) {
        this.progress = progress;
    }

    /// @throws IOException where it is not as it was written
    Examined of(BackupReader backup) throws IOException {
        Manifest manifest = backup.manifest();
        Examined examined = new Examined(manifest, backup.keys());
        long before = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        for (Manifest.Table table : manifest.tables()) {
            long from = before;
            CountedRows rows = new CountedRows(
                    backup.section(), done -> progress.at("rows examined", from + done, manifest.rows()));
            drain(rows, buffer);
            if (rows.rows() != table.rows()) {
                throw new Malformed("table " + table.name() + " has " + rows.rows() + " rows");
            }
            before += table.rows();
        }
        backup.end();
        return examined;
    }

    private static void drain(InputStream in, byte[] buffer) throws IOException {
        while (in.read(buffer) >= 0) {
            continue;
        }
    }
}
