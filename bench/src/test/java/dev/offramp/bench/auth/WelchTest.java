package dev.offramp.bench.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WelchTest {

    private static final int MANY = 10_000;

    private final Random random = new Random(1);

    /// Worked out by hand: means 3 and 6, variances 2.5 and 10, so 3 / sqrt(0.5 + 2).
    @Test
    void isTheDifferenceOfTheMeansInStandardErrors() {
        double t = Welch.t(new long[] {1, 2, 3, 4, 5}, new long[] {2, 4, 6, 8, 10});

        assertThat(t).isCloseTo(-1.8974, within(0.0001));
    }

    @Test
    void doesNotTellSamplesOfOneSourceApart() {
        assertThat(Welch.worst(times(1_000), times(1_000)).t()).isBetween(-4.5, 4.5);
    }

    @Test
    void tellsAPercentOfDifferenceApart() {
        assertThat(Welch.worst(times(1_010), times(1_000)).t()).isGreaterThan(4.5);
    }

    /// What the whole hides, the crops show.
    @Test
    void findsASmallDifferenceAmongOutliers() {
        long[] slower = times(1_010);
        long[] faster = times(1_000);
        for (int i = 0; i < MANY; i += 50) {
            slower[i] = random.nextInt(1_000_000);
            faster[i] = random.nextInt(1_000_000);
        }

        assertThat(Welch.whole(slower, faster).t()).isBetween(-4.5, 4.5);
        assertThat(Welch.worst(slower, faster).t()).isGreaterThan(4.5);
    }

    private long[] times(long mean) {
        return random.longs(MANY, mean - 100, mean + 100).toArray();
    }
}
