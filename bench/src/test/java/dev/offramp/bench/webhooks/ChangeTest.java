package dev.offramp.bench.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void isPartOfTheFirstMeanWithTheErrorOfThePairs() {
        List<Round> before = List.of(new Round(90, 1000), new Round(110, 1000));

        // By pairs 18 and 2 more, in parts of the mean of 100: 0.18 and 0.02.
        Change change = Change.between(before, List.of(new Round(108, 1000), new Round(112, 1000)), Round::millis);

        assertThat(change.part()).isCloseTo(0.10, within(1e-9));
        assertThat(change.error()).isCloseTo(0.08, within(1e-9));
        assertThat(change).hasToString("+10.0% (standard error 8.0%)");
    }

    @Test
    void isNothingWhereNothingChanged() {
        List<Round> rounds = List.of(new Round(90, 500), new Round(110, 700));

        assertThat(Change.between(rounds, rounds, Round::perSecond)).hasToString("+0.0% (standard error 0.0%)");
    }
}
