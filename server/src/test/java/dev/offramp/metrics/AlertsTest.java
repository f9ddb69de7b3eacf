package dev.offramp.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The rules that operators are given, and the page that explains the series, name what there is.
class AlertsTest {

    private static final Path RULES = Path.of("../docs/site/files/monitoring/alerts.yaml");
    private static final Path PAGE = Path.of("../docs/site/self-hosting/monitoring.md");

    private static final Pattern EXPRESSION = Pattern.compile("(?m)^ +expr: (.+)$");
    private static final Pattern NAME = Pattern.compile("\\b(?:offramp|jvm|process|system)_[a-z_]+\\b");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(offramp_[a-z_]+)`");

    private final Measured measured = new Measured();

    @AfterEach
    void close() {
        measured.close();
    }

    /// With every series that there can be.
    private Exposition scrape() {
        measured.stage.settlingWallet("ada", "0123456789");
        measured.loopBook.began("deposits.watch");
        measured.loopBook.ended("deposits.watch");
        measured.metrics.watch().answered("api", 200, Duration.ofMillis(3));
        measured.pass(2);
        measured.stage.database.database().run(measured.reconciliations::want);
        measured.reconciliations.step(measured.stage.reconciliation()).runOnce();
        measured.forget();
        return measured.scrape();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(match.groupCount()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void nameSeriesThatExist() throws IOException {
        String rules = Files.readString(RULES);
        List<String> expressions =
                EXPRESSION.matcher(rules).results().map(match -> match.group(1)).toList();
        Set<String> there = scrape().names();

        assertThat(expressions).hasSizeGreaterThan(10).hasSize(rules.split("- alert: ").length - 1);
        for (String expression : expressions) {
            assertThat(there).as(expression).containsAll(found(NAME, expression));
        }
    }

    @Test
    void sayEachWhyTheyWakeSomebody() throws IOException {
        String[] rules = Files.readString(RULES).split("- alert: ");

        for (int i = 1; i < rules.length; i++) {
            assertThat(rules[i])
                    .contains("severity: ", "summary: ", "description: ")
                    .containsPattern("for: |expr: .*\\[");
        }
    }

    @Test
    void listEverySeriesOnThePage() throws IOException {
        Set<String> ours = scrape().families().stream()
                .filter(name -> name.startsWith("offramp_"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found(ROW, Files.readString(PAGE))).isEqualTo(ours);
    }
}
