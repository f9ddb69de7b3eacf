package dev.offramp.webhooks;

import dev.offramp.webhooks.apache.HostNames;
import dev.offramp.webhooks.apache.TestCertificate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// One webhook target of every bad kind, on this machine, and the names they go by.
public final class BadTargets implements AutoCloseable {

    private static final String UNRESOLVABLE = "nowhere.invalid";
    private static final String REBINDING = "rebinding.test";
    private static final byte[] HEAD = "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINES = "X-More: and more\r\n".repeat(500).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BODY = "more ".repeat(2000).getBytes(StandardCharsets.US_ASCII);

    private final TestReceiver slow = TestReceiver.start((request, out) -> drip(out));
    private final TestReceiver endlessHead = TestReceiver.start((request, out) -> endless(out, "", LINES));
    private final TestReceiver endlessBody =
            TestReceiver.start((request, out) -> endless(out, "Connection: close\r\n\r\n", BODY));
    private final TestReceiver redirecting = TestReceiver.start((request, out) ->
            TestReceiver.answer(out, 302, "Connection: close\r\nLocation: http://127.0.0.1:1/\r\n", "elsewhere"));
    private final TestReceiver untrusted;
    private final AtomicInteger lookUps = new AtomicInteger();

    /// @param folder for the certificate that nobody trusts
    public BadTargets(Path folder) {
        untrusted =
                TestReceiver.start(TestCertificate.make(folder, "ip:127.0.0.1").socket(), TestReceiver.status(200));
    }

    /// @param kind what is bad about it, in a word
    public record Target(String kind, String url) {}

    public List<Target> all() {
        return List.of(
                new Target("unresolvable", "http://" + UNRESOLVABLE + "/hook"),
                new Target("refused", "http://127.0.0.1:" + unusedPort() + "/hook"),
                new Target("slow", slow.url()),
                new Target("endless head", endlessHead.url()),
                new Target("endless body", endlessBody.url()),
                new Target("redirecting", redirecting.url()),
                new Target("wrong certificate", "https://127.0.0.1:" + untrusted.port() + "/hook"),
                new Target("rebinding", "http://" + REBINDING + ":" + redirecting.port() + "/hook"));
    }

    /// Literal addresses as they are; a name that is nowhere; and one that was on this machine when it was asked for
    /// first, and is in a private network ever since.
    public HostNames names() {
        return host -> switch (host) {
            case UNRESOLVABLE -> throw new UnknownHostException(host);
            case REBINDING -> List.of(InetAddress.ofLiteral(lookUps.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.7"));
            default -> List.of(InetAddress.getByName(host));
        };
    }

    private static int unusedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A byte now and then, until the caller goes away.
    private static void drip(OutputStream out) throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!never.await(50, TimeUnit.MILLISECONDS)) {
                out.write('H');
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// As fast as it is taken, until the caller goes away.
    private static void endless(OutputStream out, String first, byte[] again) throws IOException {
        out.write(HEAD);
        out.write(first.getBytes(StandardCharsets.US_ASCII));
        while (true) {
            out.write(again);
        }
    }

    @Override
    public void close() {
        slow.close();
        endlessHead.close();
        endlessBody.close();
        redirecting.close();
        untrusted.close();
    }
}
