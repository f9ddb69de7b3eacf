package dev.offramp.backups;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Counts the rows of a table as they pass: COPY writes a row a line, and line feeds within values are escaped.
final class CountedRows extends FilterInputStream {

    private final LongConsumer progress;
    private long rows;

    /// @param progress is told how many have passed, now and then
    CountedRows(InputStream section, LongConsumer progress) {
        super(section);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        for (int i = from; i < from + read; i++) {
            if (into[i] == '\n') {
                rows++;
            }
        }
        progress.accept(rows);
        return read;
    }

    long rows() {
        return rows;
    }
}
