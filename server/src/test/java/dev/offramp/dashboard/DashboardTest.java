package dev.offramp.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.people.Role;
import dev.offramp.trail.Entry;
import dev.offramp.trail.TrailQuery;
import dev.offramp.web.Body;
import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The face as a whole: its paths, its headers, its cookies.
class DashboardTest {

    private static final TestDashboard DASHBOARD = new TestDashboard(TestPages::all);
    private static final TestBrowser OWNER = DASHBOARD.member(Role.OWNER);

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, true",
        "/sign-in, true",
        "/b/B-ABCDEF/development, true",
        "/b, true",
        "/operator/nothing, true",
        "/assets/x.css, false",
        "/v1, false",
        "/v1/b/x, false",
        "/openapi.json, false",
        "/icons/btc.svg, false",
        "//, false",
        "*, false",
        "xsign-in, false",
        "/nothing, false"
    })
    void claimsItsOwnPathsAndNoOthers(String path, boolean isOwn) {
        assertThat(DASHBOARD.face().claims(path)).isEqualTo(isOwn);
    }

    @Test
    void findsPagesByMethodAndPathAndDecodesVariables() {
        Reply reply = OWNER.get(DASHBOARD.root() + "/things/a%20b?page=2");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("here is " + DASHBOARD.root() + "/things/a%20b?page=2");
        assertThat(OWNER.post(DASHBOARD.root() + "/things/a").status()).isEqualTo(404);
        assertThat(OWNER.send("DELETE", DASHBOARD.root(), "", Map.of()).status())
                .isEqualTo(404);
        assertThat(OWNER.get(DASHBOARD.root() + "/nothing").body()).contains("There is nothing at this address");
    }

    @Test
    void putsTheFrameAroundAPage() {
        String body = OWNER.get(DASHBOARD.root()).body();

        assertThat(body)
                .contains(
                        "<title>Overview",
                        "Development: play money on simulated chains",
                        "data-environment=\"development\"")
                .contains("href=\"" + DASHBOARD.root() + "\" aria-current=\"page\"");
        assertThat(OWNER.get("/me").body()).doesNotContain("class=\"band\"");
    }

    @Test
    void keepsPagesSafeByTheirHeaders() {
        for (Reply reply :
                List.of(OWNER.get(DASHBOARD.root()), DASHBOARD.stranger().get("/"), OWNER.get("/b/x"))) {
            assertThat(reply.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                            + " connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none';"
                            + " base-uri 'none'");
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(reply.header("Permissions-Policy")).contains("camera=()");
            assertThat(reply.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        }
    }

    @Test
    void givesCookiesOfThisHostAloneOverTls() {
        TestBrowser browser = DASHBOARD.stranger().from("203.0.113.7", true);
        Reply reply = signIn(browser);

        assertThat(reply.all("Set-Cookie"))
                .anyMatch(cookie -> cookie.matches("__Host-offramp=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure"))
                .anyMatch(cookie -> cookie.startsWith("__Host-offramp-device=") && cookie.contains("Max-Age=15552000"));
        assertThat(browser.get(DASHBOARD.root()).status()).isEqualTo(200);
        browser.cookies().put("offramp", browser.cookies().remove("__Host-offramp"));
        assertThat(browser.get(DASHBOARD.root()).outcome()).startsWith("303 /sign-in");
    }

    @Test
    void givesPlainCookiesOnThisMachineAndNoneElsewhere() {
        Reply here = signIn(DASHBOARD.stranger());
        assertThat(here.all("Set-Cookie"))
                .anyMatch(cookie -> cookie.matches("offramp=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax"));

        Reply elsewhere = DASHBOARD.stranger().from("192.0.2.5", false).get("/");
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.body()).contains("HTTPS is required").doesNotContain("<input");
        assertThat(elsewhere.all("Set-Cookie")).isEmpty();
    }

    private static Reply signIn(TestBrowser browser) {
        String email = DASHBOARD.person(DASHBOARD.business, Role.OWNER).text();
        return browser.post("/sign-in", "email", email, "password", TestDashboard.PASSWORD);
    }

    @Test
    void saysFaultsAsPages() {
        RawAnswer bug = DASHBOARD.face().refuse(new Fault.Bug(), "r77");
        assertThat(bug.status()).isEqualTo(500);
        assertThat(new String(((Body.Whole) bug.body()).bytes())).contains("r77", "Something went wrong");

        RawAnswer busy = DASHBOARD.face().refuse(new Fault.Unavailable(Duration.ofMillis(1_200)), "r78");
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.headers()).contains(new RawAnswer.Header("Retry-After", "2"));
        assertThatThrownBy(() -> OWNER.get(DASHBOARD.root() + "/broken")).hasMessage("a secret of the house");
    }

    @Test
    void showsANoteOnce() {
        TestBrowser browser = DASHBOARD.member(Role.OWNER);
        browser.post(DASHBOARD.root() + "/money", "label", "a", "amount", "1", "pin", "1234");

        assertThat(browser.get(DASHBOARD.root()).body()).contains("<p class=\"note good\" role=\"status\">Moved.</p>");
        assertThat(browser.get(DASHBOARD.root()).body()).doesNotContain("Moved.");
    }

    @Test
    void servesWhatPagesAreDressedInUnderNamesThatChangeWithIt() {
        for (StaticFile file : StaticFile.values()) {
            Reply reply = DASHBOARD.stranger().get(file.path());
            assertThat(reply.status()).as(file.name()).isEqualTo(200);
            assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(file.path()).matches("/assets/[a-z]+-[0-9a-f]{12}\\.(css|js|svg)");

            Reply compressed =
                    DASHBOARD.stranger().saying("Accept-Encoding", "br, gzip").get(file.path());
            assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(compressed.body().length()).isLessThan(reply.body().length() + 50);
        }
        assertThat(DASHBOARD.stranger().get("/assets/offramp-000000000000.css").status())
                .isEqualTo(404);
        assertThat(DASHBOARD.stranger().get("/assets/../icons/btc.svg").status())
                .isEqualTo(404);
    }

    @Test
    void keepsWhatWasDoneInTheAuditLogWithWhoAndWhere() {
        OWNER.post(DASHBOARD.root() + "/name", "label", "New");
        OWNER.post(DASHBOARD.root() + "/name", "label", "");

        List<Entry> entries = DASHBOARD.db.transact(tx -> DASHBOARD
                .platform
                .trail()
                .list(tx, TrailQuery.ALL, OptionalLong.empty(), 50)
                .entries());
        assertThat(entries.stream().filter(entry -> entry.action().equals("settings.markup-changed")))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor().words()).endsWith("@example.com");
                    assertThat(entry.concern().environment()).isPresent();
                    assertThat(entry.from()).hasValue("127.0.0.1");
                    assertThat(entry.requestId()).hasValue("r1");
                    assertThat(entry.after().values()).containsEntry("label", "New");
                });
    }

    @Test
    void refusesAPageThatDoesNotLieWhereItsAccessSays() {
        Page lost = new TestPages.Plain(Route.get("/elsewhere"), Access.member(Permission.VIEW));
        assertThatThrownBy(() -> Dashboard.create(List.of(lost), null, DASHBOARD.clock))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
