package dev.offramp.dashboard;

import dev.offramp.people.Email;
import dev.offramp.people.FactorChange;
import dev.offramp.people.People;
import dev.offramp.people.RecoveryCode;
import dev.offramp.people.Session;
import dev.offramp.people.Token;
import dev.offramp.people.TotpOffer;
import dev.offramp.web.Body;
import dev.offramp.web.Content;
import dev.offramp.web.Peer;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import dev.offramp.web.Streamed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A browser without scripts: keeps cookies, sends forms with what they must carry, follows nothing by itself.
public final class TestBrowser {

    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    private final TestDashboard dashboard;
    private final Map<String, String> cookies = new TreeMap<>();
    private final Map<String, String> headers = new HashMap<>(Map.of("User-Agent", "Firefox", "Host", "localhost"));
    private Peer peer = new Peer(HERE, false);

    /// What came back.
    public record Reply(int status, Map<String, List<String>> headers, String body) {

        /// The one value of a header; empty text when it is not there.
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of(""))
                    .getFirst();
        }

        public List<String> all(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        }

        /// Where it sends one; empty text when nowhere.
        public String location() {
            return header("Location");
        }

        /// Status and, of a redirect, where to: `303 /sign-in`.
        public String outcome() {
            return (status + " " + location()).strip();
        }
    }

    TestBrowser(TestDashboard dashboard) {
        this.dashboard = dashboard;
    }

    /// The same browser over TLS or not, from another address.
    TestBrowser from(String address, boolean isSecure) {
        peer = new Peer(InetAddress.ofLiteral(address), isSecure);
        return this;
    }

    public TestBrowser saying(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /// The value of a cookie.
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    Map<String, String> cookies() {
        return cookies;
    }

    public void signIn(Email email) {
        Reply reply = post("/sign-in", "email", email.text(), "password", TestDashboard.PASSWORD);
        if (reply.status() != 303) {
            throw new AssertionError("not signed in: " + reply.status() + " " + reply.body());
        }
    }

    /// Enrols an authenticator app for whoever is signed in.
    public TestApp enrolApp() {
        People people = dashboard.platform.people();
        Session session = people.sessions()
                .find(new Token(cookies.get("offramp")))
                .orElseThrow()
                .session();
        TotpOffer offer = dashboard
                .db
                .transact(tx -> people.secondFactors().offerTotp(tx, session))
                .orElseThrow();
        TestApp app = new TestApp(offer.secret(), dashboard.clock, List.of());
        FactorChange change = dashboard.db.transact(tx -> people.secondFactors().confirmTotp(tx, session, app.code()));
        if (!(change instanceof FactorChange.Enrolled enrolled)) {
            throw new AssertionError(change);
        }
        cookies.put("offramp", enrolled.token().text());
        return new TestApp(
                offer.secret(),
                dashboard.clock,
                enrolled.recoveryCodes().stream().map(RecoveryCode::text).toList());
    }

    public Reply get(String path) {
        return send("GET", path, "", Map.of());
    }

    /// Sends a form of a page of ours, with its token.
    ///
    /// @param namesAndValues in turns
    public Reply post(String path, String... namesAndValues) {
        List<String> all = new ArrayList<>(List.of(FormToken.FIELD, token()));
        all.addAll(List.of(namesAndValues));
        return sendForm(path, Map.of("Sec-Fetch-Site", "same-origin"), all.toArray(String[]::new));
    }

    /// Sends a form as it is.
    Reply sendForm(String path, Map<String, String> more, String... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(encode(namesAndValues[i]) + "=" + encode(namesAndValues[i + 1]));
        }
        Map<String, String> all = new HashMap<>(more);
        all.putIfAbsent("Content-Type", "application/x-www-form-urlencoded");
        return send("POST", path, String.join("&", pairs), all);
    }

    Reply send(String method, String target, String body, Map<String, String> more) {
        return send(method, target, new Content.Whole(body.getBytes(StandardCharsets.UTF_8)), more);
    }

    Reply send(String method, String target, Content content, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(more);
        if (!cookies.isEmpty()) {
            all.put(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        String[] parts = target.split("\\?", 2);
        RawAnswer answer = dashboard.answer(new RawRequest(
                "r1",
                method,
                parts[0],
                parts.length > 1 ? parts[1] : "",
                name -> Optional.ofNullable(all.get(name)),
                peer,
                content));
        return kept(answer);
    }

    /// What every form of this browser carries.
    String token() {
        String prefix = peer.isSecure() ? "__Host-" : "";
        return Optional.ofNullable(cookies.get(prefix + "offramp"))
                .or(() -> Optional.ofNullable(cookies.get(prefix + "offramp-step")))
                .map(FormToken::of)
                .orElse("");
    }

    private Reply kept(RawAnswer answer) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        answer.headers()
                .forEach(
                        header -> byName.computeIfAbsent(header.name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                                .add(header.value()));
        byName.getOrDefault("set-cookie", List.of()).forEach(this::keep);
        return new Reply(answer.status(), byName, text(answer.body()));
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";")[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String text(Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            switch (body) {
                case Body.Whole(byte[] bytes) -> out.write(bytes);
                case Streamed streamed -> streamed.writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
