package dev.offramp.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A window does what a person does, and notices what no person should meet.
class WindowTest {

    private static Browser browser;
    private static PlainSite site;

    private Window window;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        site = new PlainSite()
                .with("/try.css", "body { font: 16px sans-serif }")
                .with("/try.js", "");
    }

    @AfterAll
    static void stop() {
        browser.close();
        site.close();
    }

    @BeforeEach
    void openWindow() {
        window = browser.window(site.url());
    }

    @AfterEach
    void closeWindow() {
        window.page().context().close();
    }

    @Test
    void fillsAFormAndSeesTheNextPage() {
        site.page("/form", """
                <form action="/thanks"><label>Name <input name="name"></label>
                <label for="bank">Bank</label><select id="bank"><option>One</option><option>Two</option></select>
                <label><input type="checkbox"> Sure</label><button>Send</button></form>""");
        site.page("/thanks", "<p role='status'>Thank you</p>");

        window.open("/form");
        window.fill("Name", "Ada");
        window.choose("Bank", "Two");
        window.tick("Sure");
        window.press("Send");

        window.seeNotice("Thank you");
        assertThat(window.path()).isEqualTo("/thanks");
        assertThatCode(window::close).doesNotThrowAnyException();
    }

    @Test
    void actsWithinTheRowThatIsMeant() {
        site.page("/rows", """
                <table><tr><td>ada</td><td><a href="/of/ada">Open</a></td></tr>
                <tr><td>ben</td><td><a href="/of/ben">Open</a></td></tr></table>""");
        site.page("/of/ben", "");

        window.open("/rows");
        window.row("ben").follow("Open");

        window.seeHeading("Try");
        assertThat(window.path()).isEqualTo("/of/ben");
    }

    @Test
    void readsWhatIsWrongWithAField() {
        site.page("/wrong", """
                <label>Amount <input aria-invalid="true" aria-describedby="why"></label><p id="why">Too much</p>""");

        window.open("/wrong");

        window.seeProblem("Amount", "too much");
    }

    @Test
    void givesTheTextOfADownload() {
        site.page("/files", "<a href='/list.csv'>Download CSV</a>").with("/list.csv", "a,b\n1,2\n");

        window.open("/files");

        assertThat(window.download("Download CSV")).isEqualTo("a,b\n1,2\n");
    }

    @Test
    void tellsAReloadFromAPageThatChangesItself() {
        site.page("/still", "<p id='state'>Waiting</p><a href='/still'>Again</a>")
                .with("/change.js", "setTimeout(() => document.getElementById('state').textContent = 'Done', 200)");
        site.page("/moving", "<p id='state'>Waiting</p><script src='/change.js'></script>");

        window.open("/moving");
        window.withoutReload(() -> window.see("Done"));
        window.open("/still");

        assertThatThrownBy(() -> window.withoutReload(() -> {
                    window.follow("Again");
                    window.see("Waiting");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("another page was loaded");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p style="color:red">Red</p>                  | style
            <p>Two</p><script>window.a = 1</script>       | script
            <img alt="" src="/missing.png">               | 404
            <img alt="" src="http://example.com/a.png">   | somebody else: http://example.com/a.png
            <script src="/broken.js"></script>            | a script failed: Error: planted
            <script src="/asks.js"></script>              | a dialog: planted
            """)
    void failsForWhatNoVisitorShouldMeet(String main, String fault) {
        site.with("/broken.js", "throw new Error('planted')").with("/asks.js", "alert('planted')");
        site.page("/bad", main);

        assertThatThrownBy(() -> {
                    window.open("/bad");
                    window.close();
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(fault);
    }

    @Test
    void takesARefusalForAnAnswer() {
        assertThatCode(() -> {
                    window.open("/nowhere");
                    window.close();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void remembersNothingOfAnotherWindow() {
        site.page("/", "").with("/set.js", "document.cookie = 'a=1'");
        site.page("/cookie", "<script src='/set.js'></script>");

        window.open("/cookie");

        assertThat(window.cookies()).hasSize(1);
        assertThat(window.tab().cookies()).hasSize(1);
        assertThat(browser.window(site.url()).cookies()).isEmpty();
    }
}
