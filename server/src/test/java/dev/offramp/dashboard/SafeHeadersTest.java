package dev.offramp.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.people.Role;
import dev.offramp.web.Content;
import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What everything that the dashboard answers says to browsers: that nobody may show it in a frame, guess at what it
/// is, keep it, or run anything in it that is not ours.
class SafeHeadersTest {

    private static final String MADE_UP = "0123456789abcdef01234567";
    private static final Map<String, String> WANTED = Map.of(
            "content-security-policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            "x-frame-options",
            "DENY",
            "x-content-type-options",
            "nosniff",
            "referrer-policy",
            "same-origin",
            "cross-origin-opener-policy",
            "same-origin",
            "cross-origin-resource-policy",
            "same-origin",
            "cache-control",
            "no-store");

    private static final TestDashboard DASHBOARD = new TestDashboard();
    private static TestBrowser owner;
    private static TestBrowser operator;
    private static Links owners;
    private static Links operators;

    @BeforeAll
    static void begin() {
        owner = FirstHour.of(DASHBOARD);
        operator = Operators.signedIn(DASHBOARD);
        owners = Links.walk(owner, DASHBOARD.pages, List.of(DASHBOARD.root(), "/me", "/me/security"));
        operators = Links.walk(operator, DASHBOARD.pages, List.of("/operator"));
    }

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    @Test
    void areOnEveryPageAndPartOfAPage() {
        List<String> wrong = new ArrayList<>();
        int shown = 0;
        for (Page page : DASHBOARD.pages) {
            if (page.route().verb() == Route.Verb.GET) {
                TestBrowser browser = page.access() instanceof Access.Operator ? operator : owner;
                Reply reply = browser.get(address(page));
                shown += reply.status() == 200 ? 1 : 0;
                check(page.route() + " " + reply.status(), reply, wrong);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(shown).isGreaterThan(60);
    }

    @Test
    void areOnEveryRefusal() {
        List<String> wrong = new ArrayList<>();
        TestBrowser viewer = DASHBOARD.member(Role.VIEWER);
        TestBrowser remote = DASHBOARD.stranger().from("192.0.2.5", false);
        for (Page page : DASHBOARD.pages) {
            String address = address(page);
            String verb = page.route().verb().name();
            for (TestBrowser browser : List.of(DASHBOARD.stranger(), viewer, remote)) {
                for (Map<String, String> headers : List.of(
                        Map.<String, String>of(),
                        Map.of("HX-Request", "true"),
                        Map.of("Sec-Fetch-Site", "cross-site"),
                        Map.of("Content-Type", "text/plain"))) {
                    Reply reply = browser.send(verb, address, "", headers);
                    check(page.route() + " " + reply.status(), reply, wrong);
                }
            }
            check("DELETE " + address, owner.send("DELETE", address, "", Map.of()), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    /// Forms that lack everything, before the page and after it.
    @Test
    void areOnEveryAnswerToAForm() {
        List<String> wrong = new ArrayList<>();
        for (Page page : DASHBOARD.pages) {
            if (page.route().verb() == Route.Verb.POST && !page.route().path().equals("/sign-out")) {
                TestBrowser browser = page.access() instanceof Access.Operator ? operator : owner;
                String address = page.route().path().replace(Route.BUSINESS, DASHBOARD.root());
                Reply reply = browser.post(address.replaceAll("\\{\\w+}", MADE_UP));
                check(page.route() + " " + reply.status(), reply, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void areOnWhatIsSaidOfFaults() {
        List<Fault> faults = List.of(
                new Fault.Malformed(),
                new Fault.VersionUnsupported(),
                new Fault.EncodingUnsupported(),
                new Fault.BodyTooLarge(),
                new Fault.BodyLate(),
                new Fault.Unavailable(Duration.ofSeconds(1)),
                new Fault.Bug());
        assertThat(faults).extracting(Object::getClass).containsExactlyInAnyOrder(Fault.class.getPermittedSubclasses());
        List<String> wrong = new ArrayList<>();
        faults.forEach(fault -> check(fault.toString(), headers(DASHBOARD.face().refuse(fault, "r1")), wrong));

        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        Reply large = DASHBOARD.stranger().send("POST", "/sign-in", new Content.TooLarge(), form);
        assertThat(large.status()).isEqualTo(413);
        check("too large", large, wrong);
        check("nowhere", owner.get("/b/nowhere"), wrong);
        check("nowhere", DASHBOARD.stranger().get("/assets/nowhere.css"), wrong);
        assertThat(wrong).isEmpty();
    }

    /// Files that pages are dressed in are everybody's, and kept for long; what they are is not to be guessed.
    @Test
    void leaveFilesWhatTheyAre() {
        for (StaticFile file : StaticFile.values()) {
            Reply reply = DASHBOARD.stranger().get(file.path());
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.all("Set-Cookie")).isEmpty();
        }
    }

    private static String address(Page page) {
        Links links = page.access() instanceof Access.Operator ? operators : owners;
        return links.address(page.route())
                .orElseGet(() -> page.route()
                        .path()
                        .replace(Route.BUSINESS, DASHBOARD.root())
                        .replaceAll("\\{\\w+}", MADE_UP));
    }

    private static void check(String what, Reply reply, List<String> wrong) {
        check(what, reply.headers(), wrong);
    }

    private static void check(String what, Map<String, List<String>> headers, List<String> wrong) {
        WANTED.forEach((name, value) -> {
            if (!List.of(value).equals(headers.get(name))) {
                wrong.add(what + " has " + name + ": " + headers.get(name));
            }
        });
        boolean isGuarded = Optional.ofNullable(headers.get("permissions-policy")).stream()
                .flatMap(List::stream)
                .anyMatch(policy -> policy.contains("camera=()"));
        if (!isGuarded) {
            wrong.add(what + " lets use cameras");
        }
    }

    private static Map<String, List<String>> headers(RawAnswer answer) {
        return answer.headers().stream()
                .collect(Collectors.groupingBy(
                        header -> header.name().toLowerCase(java.util.Locale.ROOT),
                        Collectors.mapping(RawAnswer.Header::value, Collectors.toList())));
    }
}
