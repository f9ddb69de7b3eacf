package dev.offramp.dashboard;

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

/// What pages are dressed in. Each file has a name that changes with its content, so that browsers need never ask
/// whether it has; read, and compressed, when first asked for.
public enum StaticFile {
    STYLE("offramp", "css", "text/css; charset=utf-8", "/dashboard/offramp.css"),
    SCRIPT("offramp", "js", "text/javascript; charset=utf-8", "/dashboard/offramp.js"),
    /// Making passkeys, and signing in with them.
    PASSKEYS("passkeys", "js", "text/javascript; charset=utf-8", "/dashboard/passkeys.js"),
    /// Fragments that update themselves.
    HTMX(
            "htmx",
            "js",
            "text/javascript; charset=utf-8",
            "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js"),
    ICON("icon", "svg", "image/svg+xml", "/dashboard/icon.svg");

    static final String ROOT = "/assets/";

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final int HASH_DIGITS = 12;

    private final String base;
    private final String extension;
    private final String type;
    private final String resource;
    private Optional<Loaded> loaded = Optional.empty();

    private record Loaded(byte[] bytes, byte[] compressed, String path) {}

    StaticFile(String base, String extension, String type, String resource) {
        this.base = base;
        this.extension = extension;
        this.type = type;
        this.resource = resource;
    }

    /// Where pages find it.
    public String path() {
        return loaded().path;
    }

    /// Empty when there is no such file, or no longer.
    static Optional<RawAnswer> find(RawRequest request) {
        return Arrays.stream(values())
                .filter(file -> file.path().equals(request.path()))
                .findFirst()
                .map(file -> file.answer(request));
    }

    private RawAnswer answer(RawRequest request) {
        Map<String, String> headers = Map.of(
                "Content-Type",
                type,
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

    private static boolean takesGzip(RawRequest request) {
        return request.header("Accept-Encoding").stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .anyMatch(coding -> coding.equals("gzip") || coding.startsWith("gzip;") && !coding.endsWith("q=0"));
    }

    private synchronized Loaded loaded() {
        if (loaded.isEmpty()) {
            byte[] bytes = read();
            loaded = Optional.of(
                    new Loaded(bytes, compressed(bytes), ROOT + base + "-" + hash(bytes) + "." + extension));
        }
        return loaded.get();
    }

    private byte[] read() {
        try (InputStream file = StaticFile.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("not part of the program: " + resource);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] compressed(byte[] bytes) {
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
