package dev.offramp.backups;

import dev.offramp.backups.BackupStore.Column;
import dev.offramp.db.Transaction;
import dev.offramp.secrets.SealedOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes one backup out of one transaction.
final class BackupWriter {

    private static final int BUFFER_BYTES = 32 * 1024;

    /// Rows are many: not each is told of.
    private static final int ROWS_PER_LOOK = 256;

    private final BackupStore store = new BackupStore();
    private final Map<String, byte[]> keys;
    private final Progress progress;

    /// @param keys the key files to take along, by their names, in the order of the manifest
    BackupWriter(Map<String, byte[]> keys, Progress progress) {
        this.keys = keys;
        this.progress = progress;
    }

    /// The tables in the order in which they can be loaded, counted.
    List<Manifest.Table> tables(Transaction tx, Map<String, List<Column>> columns) {
        List<Manifest.Table> tables = new ArrayList<>();
        for (String table : LoadOrder.of(columns.keySet(), store.references(tx))) {
            List<String> names = columns.get(table).stream().map(Column::name).toList();
            tables.add(new Manifest.Table(table, names, store.count(tx, table)));
        }
        return List.copyOf(tables);
    }

    /// Compressed as fast as that goes: most of a large database is sealed already, and gets no smaller.
    void write(Transaction tx, Manifest manifest, Map<String, List<Column>> columns, SealedOutput sealed)
            throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            DeflaterOutputStream packed = new DeflaterOutputStream(sealed, deflater, BUFFER_BYTES);
            section(packed, manifest.json());
            for (String key : manifest.keys()) {
                section(packed, keys.get(key));
            }
            tables(tx, manifest, columns, packed);
            packed.finish();
        } finally {
            deflater.end();
        }
        sealed.finish();
    }

    private static void section(OutputStream out, byte[] bytes) throws IOException {
        try (SectionOutput section = new SectionOutput(out)) {
            section.write(bytes);
        }
    }

    private void tables(Transaction tx, Manifest manifest, Map<String, List<Column>> columns, OutputStream out)
            throws IOException {
        long before = 0;
        for (Manifest.Table table : manifest.tables()) {
            long from = before;
            try (SectionOutput section = new SectionOutput(out)) {
                store.copy(tx, table.name(), columns.get(table.name()), section, done -> {
                    if (done % ROWS_PER_LOOK == 0) {
                        progress.at("rows written", from + done, manifest.rows());
                    }
                });
            }
            before += table.rows();
        }
    }
}
