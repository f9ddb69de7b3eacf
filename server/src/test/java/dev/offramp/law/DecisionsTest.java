package dev.offramp.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// `docs/DECISIONS.md`: every rule names a test that is there, and no decision is missing.
class DecisionsTest {

    private static final Path ROOT = Path.of("..");
    private static final int DECISIONS = 42;

    private static final DecisionPage PAGE = DecisionPage.read(Source.read(ROOT.resolve("docs/DECISIONS.md")));

    @Test
    void numberTheDecisionsWithoutAGap() {
        assertThat(PAGE.decisions())
                .isEqualTo(IntStream.rangeClosed(1, DECISIONS).boxed().toList());
        assertThat(PAGE.numberingFaults()).isEmpty();
    }

    @Test
    void standBehindATestEach() {
        assertThat(PAGE.rules()).hasSizeGreaterThan(DECISIONS);
        assertThat(PAGE.faults(TestNames.below(ROOT))).isEmpty();
    }

    @Test
    void areFoundWantingWithoutATestThatExists() {
        DecisionPage page = DecisionPage.read("""
                ## 1. One

                - 1.1 A rule with a test. → `DecisionsTest.areFoundWantingWithoutATestThatExists`
                - 1.2 A rule without one.
                - 1.3 A rule with a test
                  on its second line. → `DecisionsTest.areThere`, `NoTest.is`
                - 1.5 A rule after a gap. → `TidyTest.java`
                """);

        assertThat(page.faults(TestNames.below(ROOT)))
                .containsExactly(
                        "1.2 names no test",
                        "1.3 names DecisionsTest.areThere, which is no test",
                        "1.3 names NoTest.is, which is no test",
                        "1.5 names TidyTest.java, which is no test");
        assertThat(page.numberingFaults()).containsExactly("1.5 comes after 1.3");
    }

    @Test
    void areFoundOutOfTheirDecision() {
        DecisionPage page = DecisionPage.read("""
                ## 1. One
                - 2.1 Elsewhere. → `A.b`
                ## 2. Two
                ## Chart of accounts
                - A.1 A case. → `A.b`
                - A.3 Another. → `A.b`
                """);

        assertThat(page.decisions()).containsExactly(1, 2);
        assertThat(page.numberingFaults())
                .containsExactly("2.1 comes after 1.0", "2 has no rule", "A.3 comes after A.1");
    }
}
