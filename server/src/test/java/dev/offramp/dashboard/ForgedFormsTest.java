package dev.offramp.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.people.Role;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Forms that no page of ours sent.
class ForgedFormsTest {

    private static final TestDashboard DASHBOARD = new TestDashboard(TestPages::all);
    private static final TestBrowser OWNER = DASHBOARD.member(Role.OWNER);

    @AfterAll
    static void close() {
        DASHBOARD.close();
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
        Map<String, String> headers = new HashMap<>();
        if (!site.equals("-")) {
            headers.put("Sec-Fetch-Site", site);
        }
        if (!origin.equals("-")) {
            headers.put("Origin", origin);
        }
        String sent = switch (token) {
            case "own" -> OWNER.token();
            case "another" -> FormToken.of("another session");
            default -> "";
        };
        assertThat(OWNER.sendForm(DASHBOARD.root() + "/name", headers, "token", sent, "label", "x")
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
