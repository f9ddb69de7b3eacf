package dev.offramp.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.db.CountedStatements;
import dev.offramp.people.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Forms that no page of ours sent.
class ForgedFormsTest {

    private static final TestDashboard DASHBOARD = new TestDashboard(TestPages::all);
    private static final TestBrowser OWNER = DASHBOARD.member(Role.OWNER);
    private static final TestBrowser OPERATOR = Operators.signedIn(DASHBOARD);
    private static final Pattern WRITE = Pattern.compile("^\\s*(INSERT|UPDATE|DELETE|WITH)\\b");

    private static final String ELSEWHERE = "This form is from before you signed in, or from elsewhere";
    /// Of this site, and older than the session: it can be sent once more by hand.
    private static final String RENEWED = "You signed in again after this page was opened.";

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    /// The forms of other sites, for every action there is: from somebody who may do it, to a path that is right.
    ///
    /// `-` for none.
    @ParameterizedTest
    @CsvSource({
        "own,     cross-site,  -",
        "own,     cross-site,  http://localhost",
        "own,     same-site,   -",
        "own,     none,        -",
        "own,     -,           http://evil.example",
        "own,     -,           https://localhost",
        "own,     -,           http://localhost.evil.example",
        "own,     -,           null",
        "own,     -,           -",
        "none,    same-origin, http://localhost",
        "empty,   same-origin, http://localhost",
        "another, same-origin, http://localhost"
    })
    void changeNothingWhateverTheyAsk(String token, String site, String origin) {
        assertThat(actions()).hasSizeGreaterThan(60).allSatisfy(action -> {
            TestBrowser victim = action.startsWith(Route.OPERATOR) ? OPERATOR : OWNER;
            List<Reply> replies = new ArrayList<>();

            List<String> run = CountedStatements.during(
                    () -> replies.add(victim.sendForm(action, headers(site, origin), token(token, victim))));

            assertThat(replies.getFirst().status()).isEqualTo(403);
            assertThat(replies.getFirst().body()).containsAnyOf(ELSEWHERE, RENEWED);
            assertThat(run).isNotEmpty().noneMatch(sql -> WRITE.matcher(sql).find());
        });
    }

    /// What may be sent by who is not signed in has no token to carry: where it comes from must do.
    @ParameterizedTest
    @CsvSource({"cross-site, -", "same-site, -", "none, -", "-, http://evil.example", "-, null", "-, -"})
    void changeNothingForStrangersEither(String site, String origin) {
        TestBrowser stranger = DASHBOARD.stranger();

        assertThat(actions()).allSatisfy(action -> {
            Reply reply = stranger.sendForm(action, headers(site, origin));
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.all("Set-Cookie")).isEmpty();
        });
    }

    /// The kinds of forms that another site can have a browser send without asking us first.
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "application/json", ""})
    void areNothingElseThanForms(String type) {
        assertThat(actions()).allSatisfy(action -> {
            TestBrowser victim = action.startsWith(Route.OPERATOR) ? OPERATOR : OWNER;
            Map<String, String> headers = Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", type);
            assertThat(victim.sendForm(action, headers, "token", victim.token()).status())
                    .isEqualTo(400);
        });
    }

    private static List<String> actions() {
        return DASHBOARD.pages.stream()
                .map(Page::route)
                .filter(route -> route.verb() == Route.Verb.POST)
                .map(route -> route.path()
                        .replace(Route.BUSINESS, DASHBOARD.root())
                        .replace("{reference}", DASHBOARD.business.merchantReference())
                        .replace("{environment}", "development")
                        .replaceAll("\\{\\w+}", "0123456789abcdef01234567"))
                .toList();
    }

    private static String[] token(String which, TestBrowser victim) {
        return switch (which) {
            case "own" -> new String[] {"token", victim.token()};
            case "empty" -> new String[] {"token", ""};
            case "another" -> new String[] {"token", (victim.equals(OWNER) ? OPERATOR : OWNER).token()};
            default -> new String[] {};
        };
    }

    private static Map<String, String> headers(String site, String origin) {
        Map<String, String> headers = new HashMap<>();
        if (!site.equals("-")) {
            headers.put("Sec-Fetch-Site", site);
        }
        if (!origin.equals("-")) {
            headers.put("Origin", origin);
        }
        return headers;
    }

    /// `-` for none.
    @ParameterizedTest
    @CsvSource({
        "own,     same-origin, -,                      303",
        "own,     -,           http://localhost,       303",
        "own,     cross-site,  http://localhost,       403",
        "own,     same-site,   -,                      403",
        "own,     none,        -,                      403",
        "own,     -,           http://evil.example,    403",
        "own,     -,           https://localhost,      403",
        "own,     -,           null,                   403",
        "own,     -,           -,                      403",
        "none,    same-origin, -,                      403",
        "another, same-origin, -,                      403"
    })
    void areTakenFromOurOwnPagesWithTheTokenOfTheSessionAlone(String token, String site, String origin, int status) {
        String sent = switch (token) {
            case "own" -> OWNER.token();
            case "another" -> FormToken.of("another session");
            default -> "";
        };
        assertThat(OWNER.sendForm(DASHBOARD.root() + "/name", headers(site, origin), "token", sent, "label", "x")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void cannotSignSomebodyInFromElsewhere() {
        String email = DASHBOARD.person(DASHBOARD.business, Role.VIEWER).text();
        TestBrowser browser = DASHBOARD.stranger();

        assertThat(browser.sendForm(
                                "/sign-in",
                                Map.of("Sec-Fetch-Site", "cross-site"),
                                "email",
                                email,
                                "password",
                                TestDashboard.PASSWORD)
                        .status())
                .isEqualTo(403);
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void areReadAsFormsAlone() {
        Map<String, String> json = Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", "application/json");
        assertThat(OWNER.send("POST", DASHBOARD.root() + "/name", "{}", json).status())
                .isEqualTo(400);
        Map<String, String> form =
                Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(OWNER.send("POST", DASHBOARD.root() + "/name", "label=%zz", form)
                        .status())
                .isEqualTo(400);
        assertThat(OWNER.send("POST", DASHBOARD.root() + "/name", "a=b&".repeat(501), form)
                        .status())
                .isEqualTo(400);
    }
}
