package dev.offramp.look;

import dev.offramp.web.Body;
import dev.offramp.web.RawAnswer;
import gg.jte.html.HtmlContent;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.Map;

/// From what a template draws to an answer, and the headers of every answer that a browser shows.
public final class Html {

    private static final String TYPE = "text/html; charset=utf-8";

    /// No script and no style but this server's own files, no frame, no other host. `Cache-Control` keeps pages from
    /// being stored unless their own headers say otherwise.
    private static final Map<String, String> SAFE = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self),"
                    + " publickey-credentials-create=(self)",
            "Cache-Control",
            "no-store");

    private Html() {}

    /// A page.
    public static RawAnswer answer(int status, HtmlContent content) {
        return safe(status, Map.of("Content-Type", TYPE), new Body.Whole(bytes(content)));
    }

    /// What a template draws, escaped, in UTF-8.
    public static byte[] bytes(HtmlContent content) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(out));
        return out.toByteArray();
    }

    /// An answer of any type, with the headers of a page.
    ///
    /// @param headers replace those of the same name
    public static RawAnswer safe(int status, Map<String, String> headers, Body body) {
        Map<String, String> all = new HashMap<>(SAFE);
        all.putAll(headers);
        return RawAnswer.of(status, all, body);
    }
}
