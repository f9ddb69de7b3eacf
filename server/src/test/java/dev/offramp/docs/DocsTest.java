package dev.offramp.docs;

import static dev.offramp.docs.TestLibrary.ask;
import static dev.offramp.docs.TestLibrary.get;
import static dev.offramp.docs.TestLibrary.header;
import static dev.offramp.docs.TestLibrary.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The face that explains, asked without a socket.
class DocsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/"})
    void beginsWithTheIntroduction(String path) {
        RawAnswer answer = get(path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(header(answer, "Location")).contains("/docs/introduction");
    }

    @Test
    void showsAPageInItsFrame() {
        RawAnswer answer = get("/docs/quickstart");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).contains("text/html; charset=utf-8");
        assertThat(header(answer, "Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'");
        assertThat(text(answer))
                .contains("<title>Quickstart &middot; Offramp docs</title>")
                .contains("href=\"/docs/quickstart\" aria-current=\"page\"")
                .contains("rel=\"alternate\" type=\"text/markdown\" href=\"/docs/quickstart.md\"");
    }

    @Test
    void showsTheSamePageAsText() {
        RawAnswer answer = get("/docs/quickstart.md");

        assertThat(header(answer, "Content-Type")).contains("text/markdown; charset=utf-8");
        assertThat(text(answer))
                .startsWith("# Quickstart\n")
                .contains("http://localhost:8080")
                .doesNotContain("{{");
    }

    @Test
    void hasAPageForEveryOperation() {
        TestLibrary.DOCS.library().api().operations().forEach(operation -> {
            String page = text(get("/docs/" + operation.page()));
            assertThat(page).contains("<h1>" + operation.summary()).contains("class=\"trial\"");
        });
        assertThat(text(get("/docs/api-reference/withdrawToBank.md")))
                .contains("`POST /v1/payments/withdraw/bank/{id}`. Needs the scope `withdrawals`.")
                .contains("| `pin` | string | The transaction PIN.")
                .contains("| 403 | `insufficient balance` |");
    }

    @Test
    void makesTabsOfTheSameThingInSeveralLanguages() {
        assertThat(text(get("/docs/webhooks")))
                .contains("<div class=\"tabs\">")
                .contains("<label for=\"tab-1-1\">JavaScript</label>")
                .contains("data-language=\"Ruby\"");
    }

    /// Else a phone would have to be as wide as the widest of them.
    @Test
    void letsTablesBeScrolledByThemselves() {
        assertThat(text(get("/docs/errors"))).contains("class=\"scroll\"", "role=\"region\"");
    }

    @Test
    void escapesWhatIsHtmlInMarkdown() {
        assertThat(Markdown.html(
                        DocPage.of("a", "# A\n\nBegin.\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))\n")))
                .doesNotContain("<script")
                .doesNotContain("javascript:");
    }

    @Test
    void isNotSentAgainToThoseWhoHaveIt() {
        String tag = header(get("/docs/errors"), "ETag").orElseThrow();

        RawAnswer again = ask("GET", "/docs/errors", Map.of("If-None-Match", "\"x\", " + tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(text(again)).isEmpty();
        assertThat(ask("GET", "/docs/errors", Map.of("If-None-Match", "\"x\"")).status())
                .isEqualTo(200);
    }

    @Test
    void isSmallerForThoseWhoUnpack() {
        RawAnswer packed = ask("GET", "/llms-full.txt", Map.of("Accept-Encoding", "gzip"));

        assertThat(header(packed, "Content-Encoding")).contains("gzip");
        assertThat(text(packed).length()).isLessThan(text(get("/llms-full.txt")).length() / 2);
    }

    @Test
    void listsItsPagesForMachines() {
        String brief = text(get("/llms.txt"));
        String map = text(get("/sitemap.xml"));
        String whole = text(get("/llms-full.txt"));

        TestLibrary.DOCS.library().pages().forEach(page -> {
            assertThat(brief).contains("(http://localhost:8080" + page.address() + ".md): ");
            assertThat(map).contains("<loc>http://localhost:8080" + page.address() + "</loc>");
            assertThat(whole).contains("Source: http://localhost:8080" + page.address() + "\n");
        });
        assertThat(brief).startsWith("# Offramp\n\n> ");
    }

    @Test
    void findsWithoutAScript() {
        String found = text(get("/docs/search?q=wrong+pin"));

        assertThat(found).contains("href=\"/docs/withdrawals").contains("value=\"wrong pin\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q=",
                "q=%20",
                "q=%ff%00",
                "q=%",
                "q=%3Cscript%3Ealert(1)%3C/script%3E",
                "q=AND OR NOT \"( [*",
                "q=a:b^9~ {[",
                "x=1&q=pin&q=other"
            })
    void takesWhateverIsLookedFor(String query) {
        RawAnswer answer = get("/docs/search?" + query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer)).doesNotContain("<script>alert");
    }

    @Test
    void takesALongSearch() {
        assertThat(get("/docs/search?q=" + "withdraw+".repeat(900)).status()).isEqualTo(200);
    }

    @Test
    void offersOtherPagesInPlaceOfOneThatIsNotThere() {
        RawAnswer answer = get("/docs/webhook-retries");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(text(answer)).contains("There is no such page.").contains("href=\"/docs/webhooks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/..%2f..%2fetc%2fpasswd",
                "/docs/../site/errors",
                "/docs/files/webhooks/verify.py",
                "/docs/questions.txt",
                "/docs/errors.md.md",
                "/docs//errors",
                "/docs/%00"
            })
    void hasNothingButPages(String path) {
        assertThat(get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "TRACE"})
    void isReadAndNothingElse(String method) {
        RawAnswer answer = ask(method, "/docs/errors", Map.of());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(header(answer, "Allow")).contains("GET, HEAD");
    }

    @Test
    void saysWhatKeptARequestFromBeingAnswered() {
        Docs docs = TestLibrary.DOCS;

        assertThat(docs.refuse(new Fault.Bug(), "r1").status()).isEqualTo(500);
        assertThat(text(docs.refuse(new Fault.Bug(), "r1"))).contains("r1");
        assertThat(header(docs.refuse(new Fault.Unavailable(Duration.ofSeconds(2)), "r1"), "Retry-After"))
                .contains("2");
        assertThat(docs.refuse(new Fault.Malformed(), "r1").status()).isEqualTo(400);
    }
}
