package dev.offramp.secrets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Writes a sealed file. It is whole only after [#finish]: a file whose writer failed has no last chunk, and nobody
/// takes it for a whole one.
public final class SealedOutput extends OutputStream {

    private final OutputStream out;
    private final ChunkSeal seal;
    private final byte[] chunk = new byte[ChunkSeal.CHUNK_BYTES];
    private int filled;
    private long number;

    SealedOutput(OutputStream out, ChunkSeal seal) {
        this.out = out;
        this.seal = seal;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /// A full chunk is written when more comes, so that the last one is known to be the last.
    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int next = from;
        int end = from + length;
        while (next < end) {
            if (filled == chunk.length) {
                out.write(seal.seal(number++, false, chunk));
                filled = 0;
            }
            int some = Math.min(end - next, chunk.length - filled);
            System.arraycopy(bytes, next, chunk, filled, some);
            filled += some;
            next += some;
        }
    }

    /// Writes the last chunk. Nothing may be written after it.
    public void finish() throws IOException {
        out.write(seal.seal(number++, true, Arrays.copyOf(chunk, filled)));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
