package dev.offramp.dashboard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a form carries to show that it is ours, and this browser's: a hash keyed by the cookie that the browser is
/// known by. Who cannot read the cookie cannot make it, and it tells nothing of the cookie.
final class FormToken {

    /// Its name in forms.
    static final String FIELD = "token";

    private static final String HMAC = "HmacSHA256";
    private static final byte[] PURPOSE = "form".getBytes(StandardCharsets.UTF_8);

    private FormToken() {}

    /// Of the session, else of the step of signing in; empty for a browser that is not known at all.
    static Optional<String> of(Cookies cookies) {
        return cookies.find(Cookie.Name.SESSION)
                .or(() -> cookies.find(Cookie.Name.STEP))
                .map(FormToken::of);
    }

    static String of(String cookie) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(cookie.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }

    static boolean matches(String expected, Map<String, List<String>> body) {
        byte[] sent = body.getOrDefault(FIELD, List.of("")).getFirst().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sent);
    }
}
