package dev.offramp.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each fault that is planted in a page is found, and a page without one has none.
class ExaminationTest {

    private static final String STYLE = """
            body { font: 16px sans-serif; color: #222; background: #fff; margin: 0 }
            .pale { color: #ddd } .wide { width: 700px; height: 1px } .bare:focus { outline: none }
            @media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } a { color: #9cf } .dim { color: #333 } }
            """;

    private static Browser browser;
    private static PlainSite site;

    @TempDir
    private Path pictures;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        site = new PlainSite().with("/try.css", STYLE).with("/try.js", "");
    }

    @AfterAll
    static void stop() {
        browser.close();
        site.close();
    }

    @Test
    void findsNothingWhereNothingIsWrong() throws Exception {
        site.page("/good", """
                <a href="/">Home</a><form><label>Name <input></label><button>Send</button>
                <fieldset><legend>One of</legend><label><input type="radio" name="a"> A</label>
                <label><input type="radio" name="a" checked> B</label></fieldset></form>""");
        for (Look look : Look.values()) {
            Files.createFile(pictures.resolve("good-" + look + ".png"));
        }

        assertThat(faults("/good")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p class="pale">Pale</p>                        | phone-light: color-contrast (serious)
            <p class="dim">Dim</p>                          | desktop-dark: color-contrast (serious)
            <input>                                         | without a name: <input>
            <button class="bare">Go</button>                | no visible focus: <button class="bare">
            <button tabindex="-1">Go</button>               | not reached by Tab: <button tabindex="-1">
            <div class="wide"></div>                        | phone-light: scrolls sideways by 340 pixels
            <p>Nothing</p>                                  | desktop-light: no picture page-desktop-light.png
            """)
    void findsWhatIsPlanted(String main, String fault) {
        site.page("/page", main);

        assertThat(faults("/page")).anySatisfy(found -> assertThat(found).contains(fault));
    }

    private List<String> faults(String path) {
        try (Window window = browser.window(site.url())) {
            window.open(path);
            return new Examination(pictures).faults(window, path.substring(1));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <time>29 Nov 2026</time>                                | 1 Jan 2026, 12:00
            <p data-volatile>29 Nov 2026</p>                        | 00 Xxx 0000
            <p data-volatile="3 minutes ago">12 seconds ago</p>     | 3 minutes ago
            <input data-volatile value="a1B2" aria-label="Id">      | x0X0
            <input value="68af0c1d2e3f405162738495" aria-label="Id">| xxxxxxxxxxxxxxxxxxxxxxxx
            <p>At 2026-11-29 21:23:10 to <b>9xQeWvG816bUx9EPjHmaT23yvVM2ZWbrrpZb9PusVFin</b></p> \
            | At 0000-00-00 00:00 to xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
            <p>To http://127.0.0.1:40875/hook of B-7K2QX4 on 30 Nov 2026, 00:00: Block 99, 6 confirmations, 12 ms</p> \
            | To http://127.0.0.1:8080/hook of B-000000 on 1 Jan 2026, 00:00: Block 100, 3 confirmations, 1 ms
            <p>94,221.52 naira for incomprehensibilities</p>        | 94,221.52 naira for incomprehensibilities
            """)
    void makesConstantWhatDiffersFromRunToRun(String main, String shown) {
        site.page("/volatile", main);
        try (Window window = browser.window(site.url())) {
            window.open("/volatile");
            Script.run(window.page(), "constant.js");

            assertThat(main.startsWith("<input") ? window.valueOf("Id") : window.text())
                    .contains(shown);
        }
    }

    @Test
    void keepsAPictureThatLooksTheSame() {
        Picture picture = new Picture(drawn(Color.BLUE, 300));

        Picture kept = Picture.of(picture.png());

        assertThat(kept.looksLike(picture)).isTrue();
        assertThat(new Picture(drawn(Color.BLUE, 301)).looksLike(kept)).isFalse();
        assertThat(new Picture(drawn(Color.RED, 300)).looksLike(kept)).isFalse();
        assertThat(picture.png()).hasSizeLessThan(20_000);
    }

    /// With more colours than a palette has.
    private static BufferedImage drawn(Color colour, int height) {
        BufferedImage image = new BufferedImage(400, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int x = 0; x < 400; x++) {
            graphics.setColor(new Color(200 + x / 8, 255 - x / 8, 255 - x / 4));
            graphics.drawLine(x, 0, x, height / 2);
        }
        graphics.setColor(colour);
        graphics.drawString("Balance 94,221.52", 20, height - 10);
        graphics.dispose();
        return image;
    }
}
