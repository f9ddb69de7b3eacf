package dev.offramp.look;

import dev.offramp.web.Body;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// A file that pages are dressed in. Its name changes with its content, so that browsers need never ask whether it has;
/// read, and compressed, when first asked for.
public final class KeptFile {

    static final String ROOT = "/assets/";

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final int HASH_DIGITS = 12;

    private final String base;
    private final Kind kind;
    private final String resource;
    private Optional<Loaded> loaded = Optional.empty();

    /// What such a file is.
    public enum Kind {
        STYLE("css", "text/css; charset=utf-8"),
        SCRIPT("js", "text/javascript; charset=utf-8"),
        PICTURE("svg", "image/svg+xml");

        private final String extension;
        private final String type;

        Kind(String extension, String type) {
            this.extension = extension;
            this.type = type;
        }
    }

    private record Loaded(byte[] bytes, byte[] compressed, String path) {}

    /// @param base what its name begins with
    /// @param resource where it lies in the program
    public KeptFile(String base, Kind kind, String resource) {
        this.base = base;
        this.kind = kind;
        this.resource = resource;
    }

    /// Where pages find it.
    public String path() {
        return loaded().path;
    }

    RawAnswer answer(RawRequest request) {
        Map<String, String> headers = Map.of(
                "Content-Type",
                kind.type,
                "Cache-Control",
                IMMUTABLE,
                "Vary",
                "Accept-Encoding",
                "X-Content-Type-Options",
                "nosniff");
        return takesGzip(request)
                ? RawAnswer.of(200, headers, new Body.Whole(loaded().compressed))
                        .with("Content-Encoding", "gzip")
                : RawAnswer.of(200, headers, new Body.Whole(loaded().bytes));
    }

    /// Whether the answer to a request may be compressed.
    public static boolean takesGzip(RawRequest request) {
        return request.header("Accept-Encoding").stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .anyMatch(coding -> coding.equals("gzip") || coding.startsWith("gzip;") && !coding.endsWith("q=0"));
    }

    private synchronized Loaded loaded() {
        if (loaded.isEmpty()) {
            byte[] bytes = read();
            loaded = Optional.of(
                    new Loaded(bytes, compressed(bytes), ROOT + base + "-" + hash(bytes) + "." + kind.extension));
        }
        return loaded.get();
    }

    private byte[] read() {
        try (InputStream file = KeptFile.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("not part of the program: " + resource);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For bodies that are made once and sent often.
    public static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
