package dev.offramp.mail;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where letters are handed over: `smtp://user:password@mail.example.com:587`. `toString` shows no password.
///
/// @param isTlsAtOnce `smtps`: TLS from the first byte on; else it is asked for by STARTTLS
/// @param login empty where the server takes letters from anybody
public record SmtpUrl(boolean isTlsAtOnce, String host, int port, Optional<Login> login) {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_TLS = 465;

    /// How we are known there. `toString` shows no password.
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    /// Reads the URL; user and password are percent-decoded.
    ///
    /// @throws IllegalArgumentException with words that follow what it is of, and nothing of a password
    public static SmtpUrl parse(String text) {
        URI url = uri(text);
        boolean isTlsAtOnce = "smtps".equalsIgnoreCase(url.getScheme());
        boolean isBare = (url.getRawPath() == null
                        || url.getRawPath().isEmpty()
                        || url.getRawPath().equals("/"))
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
        if (!isTlsAtOnce && !"smtp".equalsIgnoreCase(url.getScheme()) || url.getHost() == null || !isBare) {
            throw malformed();
        }
        int usual = isTlsAtOnce ? SUBMISSION_TLS : SUBMISSION;
        int port = url.getPort() < 0 ? usual : url.getPort();
        return new SmtpUrl(isTlsAtOnce, url.getHost(), port, login(url));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException withThePasswordInItsMessage) {
            throw malformed();
        }
    }

    private static Optional<Login> login(URI url) {
        if (url.getRawUserInfo() == null) {
            return Optional.empty();
        }
        String[] parts = url.getRawUserInfo().split(":", 2);
        if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw malformed();
        }
        return Optional.of(new Login(decoded(parts[0]), decoded(parts[1])));
    }

    /// A plus is a plus here.
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "must be a URL such as smtp://user:password@mail.example.com:587 or smtps://mail.example.com");
    }

    /// Whether letters may go there in the clear: to this machine itself nobody reads along.
    public boolean isOnThisMachine() {
        String literal = host.replaceAll("[\\[\\]]", "");
        if (literal.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(literal).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }

    @Override
    public String toString() {
        String user = login.map(one -> one + "@").orElse("");
        return (isTlsAtOnce ? "smtps://" : "smtp://") + user + host + ":" + port;
    }
}
