package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.webhooks.Schedule.Verdict;
import dev.offramp.webhooks.WebhookClient.Answer;
import dev.offramp.webhooks.WebhookClient.Answer.Responded;
import dev.offramp.webhooks.WebhookClient.Answer.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When a delivery is tried again (decision 35).
class ScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Instant FAR = NOW.plus(Duration.ofDays(7));

    private final Schedule schedule = new Schedule(new Random(5));

    @Test
    void triesTenTimesWithGapsThatJitterOnlyLengthensByATenth() {
        List<Duration> gaps = new ArrayList<>();
        for (int tries = 0; tries < 9; tries++) {
            gaps.add(gap(new Unanswered("connection refused"), tries));
        }

        assertThat(gaps).hasSameSizeAs(Schedule.GAPS);
        for (int i = 0; i < gaps.size(); i++) {
            Duration planned = Schedule.GAPS.get(i);
            assertThat(gaps.get(i)).isBetween(planned, planned.plus(planned.dividedBy(10)));
        }
        assertThat(schedule.judge(new Unanswered("connection refused"), 9, NOW, FAR))
                .isEqualTo(new Verdict.GiveUp());
    }

    @Test
    void jitterSpreadsWhatFailedTogether() {
        assertThat(gap(new Unanswered("x"), 4)).isNotEqualTo(gap(new Unanswered("x"), 4));
    }

    @Test
    void goesOnForMoreThanSeventyFourHours() {
        Duration all = Schedule.GAPS.stream().reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isBetween(Duration.ofHours(74), Duration.ofHours(75));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void takesEvery2xxForDelivered(int status) {
        assertThat(schedule.judge(responded(status, ""), 0, NOW, FAR)).isEqualTo(new Verdict.Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 199, 300, 301, 304, 307, 400, 404, 410, 429, 500, 503})
    void takesNothingElseForDelivered(int status) {
        assertThat(schedule.judge(responded(status, ""), 0, NOW, FAR)).isInstanceOf(Verdict.TryAgain.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # tries | Retry-After                   | seconds until the next attempt, at least and at most
            0       | 120                           | 120    | 120
            0       | 0                             | 5      | 6
            0       | 2                             | 5      | 6
            2       | 120                           | 300    | 330
            0       | 999999999                     | 86400  | 86400
            0       | 99999999999999999999          | 5      | 6
            0       | -5                            | 5      | 6
            0       | soon                          | 5      | 6
            0       | Tue, 24 Nov 2026 09:10:00 GMT | 600    | 600
            0       | Tue, 24 Nov 2026 08:00:00 GMT | 5      | 6
            0       | Mon, 24 Nov 2036 09:00:00 GMT | 86400  | 86400
            8       | 120                           | 108000 | 118800
            """)
    void honoursRetryAfterWhenItIsLaterAndNotTooLate(int tries, String retryAfter, long atLeast, long atMost) {
        assertThat(gap(responded(503, retryAfter), tries))
                .isBetween(Duration.ofSeconds(atLeast), Duration.ofSeconds(atMost));
    }

    @Test
    void givesUpWhenTheNextAttemptWouldComeAfterTheRecordIsDeleted() {
        assertThat(schedule.judge(responded(500, ""), 8, NOW, NOW.plus(Duration.ofHours(30))))
                .isEqualTo(new Verdict.GiveUp());
    }

    private Duration gap(Answer answer, int tries) {
        Verdict.TryAgain again = (Verdict.TryAgain) schedule.judge(answer, tries, NOW, FAR);
        return Duration.between(NOW, again.at());
    }

    private static Responded responded(int status, String retryAfter) {
        return new Responded(status, "", Optional.of(retryAfter).filter(text -> !text.isEmpty()));
    }
}
