package dev.offramp.status;

import dev.offramp.web.Content;
import dev.offramp.web.RawRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a form of the page sent.
final class Sent {

    private Sent() {}

    /// The value of a field, without blanks around it; empty when there is none, or when it is not a form at all.
    static String field(RawRequest request, String name) {
        if (!(request.content() instanceof Content.Whole(byte[] bytes))) {
            return "";
        }
        for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && parts[0].equals(name)) {
                return decoded(parts[1]).strip();
            }
        }
        return "";
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    /// Whether another site had a browser send it. Programs say nothing of that and are let through: what is asked for
    /// here anybody may ask for.
    static boolean isFromElsewhere(RawRequest request) {
        Optional<String> site = request.header("Sec-Fetch-Site");
        return site.isPresent()
                && !site.get().equals("same-origin")
                && !site.get().equals("none");
    }
}
