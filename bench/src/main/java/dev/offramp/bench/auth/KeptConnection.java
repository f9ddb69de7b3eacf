package dev.offramp.bench.auth;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One request at a time over one connection to this machine. Does as little as it can, so that what is measured is the
/// server.
final class KeptConnection implements AutoCloseable {

    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;

    KeptConnection(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] get(String path, String appId, String secret) {
        return """
                GET /v1%s HTTP/1.1\r
                Host: localhost\r
                x-app-id: %s\r
                x-app-secret: %s\r
                X-Breet-Env: development\r
                \r
                """.formatted(path, appId, secret).getBytes(StandardCharsets.US_ASCII);
    }

    /// Nanoseconds until the answer was there.
    ///
    /// @throws IllegalStateException when it has another status
    long ask(byte[] request, int status) {
        try {
            long startedAt = System.nanoTime();
            socket.getOutputStream().write(request);
            int answered = answer();
            long took = System.nanoTime() - startedAt;
            if (answered != status) {
                throw new IllegalStateException("answered " + answered + " instead of " + status);
            }
            return took;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("closed in an answer");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
