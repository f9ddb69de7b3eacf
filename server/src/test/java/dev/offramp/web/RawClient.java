package dev.offramp.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A connection on which anything can be said.
public final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Socket socket;

    public RawClient(int port) throws IOException {
        socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /// What came back; header names in lower case.
    public record Reply(int status, Map<String, String> headers, String body) {

        public JsonNode json() {
            return MAPPER.readTree(body);
        }

        public String message() {
            return json().path("message").asString();
        }
    }

    /// Says `text` on a connection of its own.
    public static Reply ask(int port, String text) throws IOException {
        return ask(port, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply ask(int port, byte[] bytes) throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(bytes);
            return client.reply();
        }
    }

    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    public void finish() throws IOException {
        socket.shutdownOutput();
    }

    public Reply reply() throws IOException {
        return reply(true);
    }

    /// @param hasBody false for the answer to a `HEAD`, which announces a body and has none
    public Reply reply(boolean hasBody) throws IOException {
        InputStream in = socket.getInputStream();
        String status = line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(hasBody ? length : 0);
        return new Reply(Integer.parseInt(status.split(" ")[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    /// Whether the server has closed its side.
    public boolean isClosed() throws IOException {
        return socket.getInputStream().read() < 0;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the server closed the connection after: " + line);
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
