package dev.offramp.chains.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockClockTest {

    private static final Instant MADE_AT = Instant.parse("2026-11-24T09:00:00Z");
    private static final Duration BLOCK_TIME = Duration.ofMillis(1000);
    private static final BlockClock CLOCK = new BlockClock(40, MADE_AT);

    /// Milliseconds passed, blocks due, time stamps of the first and the last in milliseconds after `MADE_AT`.
    private static final String DUE = """
            -3600000    0        0        0
                  -1    0        0        0
                   0    0        0        0
                 999    0        0        0
                1000    1     1000     1000
                1999    1     1000     1000
                2000    2     1000     2000
                5500    5     1000     5000
              600000  600     1000   600000
              601000  600     2000   601000
            86400500  600 85801000 86400000
            """;

    @Test
    void makesWhatIsDueAndCutsLongPausesShort() {
        for (String line : DUE.lines().toList()) {
            List<Long> row = List.of(line.strip().split(" +")).stream()
                    .map(Long::valueOf)
                    .toList();

            var due = CLOCK.due(MADE_AT.plusMillis(row.getFirst()), BLOCK_TIME);

            assertThat(due.map(Stretch::count).orElse(0L)).as(line).isEqualTo(row.get(1));
            due.ifPresent(stretch -> {
                assertThat(stretch.first()).as(line).isEqualTo(41);
                assertThat(stretch.last()).as(line).isEqualTo(40 + row.get(1));
                assertThat(stretch.firstAt()).as(line).isEqualTo(MADE_AT.plusMillis(row.get(2)));
                assertThat(stretch.lastAt()).as(line).isEqualTo(MADE_AT.plusMillis(row.get(3)));
            });
        }
    }

    @Test
    void takesASlightlySlowerClockForNoJump() {
        assertThat(CLOCK.isAheadOf(MADE_AT.minusMillis(5_000))).isFalse();
        assertThat(CLOCK.isAheadOf(MADE_AT.minusMillis(5_001))).isTrue();
    }

    @Test
    void stampsBlocksMadeByHandNeverBeforeTheLastOne() {
        assertThat(CLOCK.byHand(3, MADE_AT.plusSeconds(1)))
                .isEqualTo(new Stretch(41, 3, MADE_AT.plusSeconds(1), Duration.ZERO));
        assertThat(CLOCK.byHand(3, MADE_AT.minusSeconds(1))).isEqualTo(new Stretch(41, 3, MADE_AT, Duration.ZERO));
    }
}
