package dev.offramp.backups;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// One part of a backup whose length is not known before: blocks, each with its length in front, and an empty one
/// at the end. Closing it ends the part, and leaves the file open.
final class SectionOutput extends OutputStream {

    static final int BLOCK_BYTES = 32 * 1024;

    private final DataOutputStream out;
    private final byte[] block = new byte[BLOCK_BYTES];
    private int filled;

    SectionOutput(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int next = from;
        int end = from + length;
        while (next < end) {
            if (filled == block.length) {
                writeBlock();
            }
            int some = Math.min(end - next, block.length - filled);
            System.arraycopy(bytes, next, block, filled, some);
            filled += some;
            next += some;
        }
    }

    private void writeBlock() throws IOException {
        out.writeInt(filled);
        out.write(block, 0, filled);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (filled > 0) {
            writeBlock();
        }
        writeBlock();
    }
}
