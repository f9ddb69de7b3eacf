package dev.offramp.webhooks;

import dev.offramp.webhooks.WebhookClient.Answer;
import dev.offramp.webhooks.WebhookClient.Answer.Responded;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When a delivery is tried again, and when it is given up: ten attempts over a good 74 hours.
final class Schedule {

    /// Between one attempt and the next; the first attempt is made at once.
    static final List<Duration> GAPS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(30));

    /// Jitter lengthens a gap by up to a tenth, so that what failed together does not come back together.
    private static final int JITTER_PART = 10;

    /// A receiver may ask for more patience than the schedule has, but not for more than this.
    static final Duration RETRY_AFTER_MAX = Duration.ofHours(24);

    private final RandomGenerator random;

    Schedule(RandomGenerator random) {
        this.random = random;
    }

    /// What follows from an attempt.
    sealed interface Verdict {
        record Delivered() implements Verdict {}

        record TryAgain(Instant at) implements Verdict {}

        record GiveUp() implements Verdict {}
    }

    /// @param tries scheduled attempts before this one
    /// @param expireAt when the record is deleted; a next attempt after that would never be made
    Verdict judge(Answer answer, int tries, Instant now, Instant expireAt) {
        if (answer instanceof Responded responded && responded.isSuccess()) {
            return new Verdict.Delivered();
        }
        if (tries >= GAPS.size()) {
            return new Verdict.GiveUp();
        }
        Instant next = later(now.plus(lengthened(GAPS.get(tries))), asked(answer, now));
        return next.isBefore(expireAt) ? new Verdict.TryAgain(next) : new Verdict.GiveUp();
    }

    private Duration lengthened(Duration gap) {
        return gap.plusMillis(random.nextLong(gap.toMillis() / JITTER_PART + 1));
    }

    private static Instant later(Instant scheduled, Optional<Instant> asked) {
        return asked.filter(scheduled::isBefore).orElse(scheduled);
    }

    private static Optional<Instant> asked(Answer answer, Instant now) {
        return switch (answer) {
            case Responded responded -> responded.retryAfter().flatMap(text -> asked(text.strip(), now));
            case Answer.Unanswered _ -> Optional.empty();
        };
    }

    /// `Retry-After` is a number of seconds or a date (RFC 9110, section 10.2.3); anything else is ignored.
    private static Optional<Instant> asked(String retryAfter, Instant now) {
        Instant latest = now.plus(RETRY_AFTER_MAX);
        try {
            Instant asked = retryAfter.matches("\\d{1,9}")
                    ? now.plusSeconds(Long.parseLong(retryAfter))
                    : ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            return Optional.of(asked.isAfter(latest) ? latest : asked);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
