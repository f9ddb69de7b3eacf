package dev.offramp.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// That it measures, not what.
class PagesBenchTest {

    @Test
    void opensThePagesOfTheMenuAndDownloadsEverything() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        new PagesBench(new PrintStream(said, true, StandardCharsets.UTF_8), 300).run();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("  / ", "  /transactions ", "  /trail ", "lines.csv: ", "table.csv: ");
    }
}
