package dev.offramp.acceptance.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/// Many requests at the same moment: every connection is open, and every request but its last byte is sent, before the
/// first one is finished.
public final class Volley {

    private Volley() {}

    /// An answer, and how long it took from the request's last byte.
    public record Shot(int status, String headers, String body, Duration took) {

        Contract.Answered answered() {
            Map<String, String> byName = new HashMap<>();
            headers.lines().skip(1).map(line -> line.split(": ", 2)).forEach(pair -> byName.put(pair[0], pair[1]));
            return new Contract.Answered(status, byName, body);
        }

        public boolean has(String header) {
            return headers.toLowerCase(Locale.ROOT).contains("\r\n" + header.toLowerCase(Locale.ROOT) + "\r\n");
        }
    }

    /// A `POST` as it goes over the wire.
    public static String post(Breet breet, String path, String body, String... moreHeaders) {
        StringBuilder head = new StringBuilder("POST /v1" + path + " HTTP/1.1\r\nHost: localhost\r\n");
        breet.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        for (String header : moreHeaders) {
            head.append(header + "\r\n");
        }
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return head + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n"
                + body;
    }

    /// @param requests each ends in ASCII
    public static List<Shot> fire(URI server, List<String> requests) {
        CountDownLatch loaded = new CountDownLatch(requests.size());
        Queue<Shot> shots = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (String request : requests) {
            threads.add(Thread.ofVirtual().start(() -> shots.add(shoot(server, request, loaded))));
        }
        threads.forEach(Volley::join);
        if (shots.size() != requests.size()) {
            throw new AssertionError(requests.size() + " requests got " + shots.size() + " answers");
        }
        return List.copyOf(shots);
    }

    private static Shot shoot(URI server, String request, CountDownLatch loaded) {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(bytes, 0, bytes.length - 1);
            loaded.countDown();
            loaded.await();
            long begun = System.nanoTime();
            socket.getOutputStream().write(bytes, bytes.length - 1, 1);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            Shot shot = shot(answer.toString(StandardCharsets.UTF_8), Duration.ofNanos(System.nanoTime() - begun));
            Contract.current().check(asked(request), shot.answered());
            return shot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Contract.Asked asked(String request) {
        String[] headAndBody = request.split("\r\n\r\n", 2);
        String[] line = headAndBody[0].split(" ", 3);
        return new Contract.Asked(line[0], line[1].substring("/v1".length()), headAndBody[1]);
    }

    private static Shot shot(String answer, Duration took) {
        String[] parts = answer.split("\r\n\r\n", 2);
        Shot shot = new Shot(Integer.parseInt(parts[0].split(" ")[1]), parts[0] + "\r\n", parts[1], took);
        if (shot.status != 200) {
            Confidential.OF_THIS_RUN.search("an answer with status " + shot.status, shot.body);
        }
        return shot;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
