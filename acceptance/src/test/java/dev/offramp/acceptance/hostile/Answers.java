package dev.offramp.acceptance.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Sends bytes on a connection of its own and reads one answer.
final class Answers {

    /// Clients cut at five seconds; a machine that does other things too may take longer.
    private static final int PATIENCE_MILLIS = 15_000;

    private Answers() {}

    /// @param headers names in lower case
    record Answer(int status, Map<String, String> headers, String body) {}

    /// @throws java.net.SocketTimeoutException when nothing comes
    /// @throws IOException when the connection ends before the answer does
    static Answer ask(int port, byte[] request, boolean isHead) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            send(socket, request);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Answer answer = read(in, isHead);
            while (answer.status() < 200) {
                answer = read(in, isHead);
            }
            return answer;
        }
    }

    /// A server that has seen enough answers and closes; what it said can be read all the same.
    private static void send(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
        } catch (IOException e) {
            return;
        }
    }

    private static Answer read(InputStream in, boolean isHead) throws IOException {
        String first = line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int status = Integer.parseInt(first.split(" ")[1]);
        byte[] body = isHead || status < 200 ? new byte[0] : body(in, headers);
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("no more after: " + line);
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
