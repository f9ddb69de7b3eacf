package dev.offramp.docs;

import dev.offramp.look.Html;
import dev.offramp.look.KeptFile;
import dev.offramp.web.Body;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import gg.jte.html.HtmlContent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// What was made once and is sent often, with a tag that changes with it.
final class Kept {

    private static final String HTML = "text/html; charset=utf-8";
    private static final int TAG_BYTES = 12;

    private final String type;
    private final byte[] bytes;
    private final byte[] compressed;
    private final String tag;

    Kept(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
        this.compressed = KeptFile.compressed(bytes);
        this.tag = '"' + hash(bytes) + '"';
    }

    static Kept html(HtmlContent content) {
        return new Kept(HTML, Html.bytes(content));
    }

    /// A browser asks every time, and is told in a few bytes that nothing has changed: a new version of the program
    /// must not show yesterday's pages.
    RawAnswer answer(RawRequest request) {
        Map<String, String> headers =
                Map.of("Content-Type", type, "Cache-Control", "no-cache", "ETag", tag, "Vary", "Accept-Encoding");
        boolean isKnown = request.header("If-None-Match")
                .filter(tags -> List.of(tags.split("\\s*,\\s*")).contains(tag))
                .isPresent();
        if (isKnown) {
            return Html.safe(304, headers, Body.NONE);
        }
        return KeptFile.takesGzip(request)
                ? Html.safe(200, headers, new Body.Whole(compressed)).with("Content-Encoding", "gzip")
                : Html.safe(200, headers, new Body.Whole(bytes));
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
