package dev.offramp.secrets;

import java.io.IOException;
import java.io.InputStream;

/// Reads a sealed file. Nothing is given out that was not authenticated, and the end only where the end was written:
/// whoever has read to the end has read the whole file.
///
/// Throws [BrokenSeal] where the file was altered or cut off.
public final class SealedInput extends InputStream {

    private final InputStream in;
    private final ChunkSeal seal;
    private byte[] ahead;
    private byte[] chunk = {};
    private int next;
    private long number;

    SealedInput(InputStream in, ChunkSeal seal) throws IOException {
        this.in = in;
        this.seal = seal;
        this.ahead = in.readNBytes(ChunkSeal.SEALED_BYTES);
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
        if (next == chunk.length && !readChunk()) {
            return -1;
        }
        int some = Math.min(length, chunk.length - next);
        System.arraycopy(chunk, next, into, from, some);
        next += some;
        return some;
    }

    /// The next chunk with something in it; false after the last.
    private boolean readChunk() throws IOException {
        if (number > 0 && ahead.length == 0) {
            return false;
        }
        byte[] sealed = ahead;
        ahead = in.readNBytes(ChunkSeal.SEALED_BYTES);
        chunk = seal.open(number, ahead.length == 0, sealed).orElseThrow(() -> new BrokenSeal(number));
        number++;
        next = 0;
        return chunk.length > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
