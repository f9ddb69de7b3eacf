package dev.offramp.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Tells the watch of each piece of an answer that the receiver has taken, and remembers when it took one no more.
final class WatchedStream extends FilterOutputStream {

    private final ExchangeWatch watch;
    private boolean receiverGone;

    WatchedStream(OutputStream out, ExchangeWatch watch) {
        super(out);
        this.watch = watch;
    }

    /// Whether a failure was the receiver's: it has closed the connection, or does not read.
    boolean isReceiverGone() {
        return receiverGone;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        hand(() -> out.write(bytes, offset, length));
        watch.goesOn();
    }

    @Override
    public void close() throws IOException {
        hand(super::close);
    }

    private void hand(Handing handing) throws IOException {
        receiverGone = true;
        handing.run();
        receiverGone = false;
    }

    @FunctionalInterface
    private interface Handing {

        void run() throws IOException;
    }
}
