package dev.offramp.backups;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads one part of a backup ([SectionOutput]) to its end, and no further.
final class SectionInput extends InputStream {

    private final DataInputStream in;
    private int left;
    private boolean ended;

    SectionInput(InputStream in) {
        this.in = new DataInputStream(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && !hasBlock()) {
            return -1;
        }
        int some = Math.min(length, left);
        in.readFully(into, from, some);
        left -= some;
        return some;
    }

    private boolean hasBlock() throws IOException {
        if (ended) {
            return false;
        }
        left = in.readInt();
        if (left < 0 || left > SectionOutput.BLOCK_BYTES) {
            throw new Malformed("a block of " + left + " bytes");
        }
        ended = left == 0;
        return !ended;
    }
}
