package dev.offramp.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Tells the watch of each piece of an answer that the receiver has taken.
final class WatchedStream extends FilterOutputStream {

    private final ExchangeWatch watch;

    WatchedStream(OutputStream out, ExchangeWatch watch) {
        super(out);
        this.watch = watch;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        watch.goesOn();
    }
}
