package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.webhooks.Announcement;
import dev.offramp.webhooks.DeliveryRecord;
import dev.offramp.webhooks.DeliveryRecord.Attempt;
import dev.offramp.webhooks.DeliveryRecord.Result;
import dev.offramp.webhooks.DeliveryRecord.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A delivery as its page and its line show it.
///
/// @param reference id of what it is about
/// @param isTest whether it is about nothing
/// @param body as it was sent
public record DeliveryView(
        String id,
        String type,
        String eventId,
        String reference,
        boolean isTest,
        String url,
        Badge state,
        boolean isOver,
        String body,
        Optional<String> requestId,
        List<Try> tries,
        Instant createdAt,
        Instant expireAt) {

    /// One attempt.
    ///
    /// @param outcome a status, or why there was none
    /// @param answer what the receiver said, at most 4 kB of it
    public record Try(Instant at, Badge outcome, Optional<String> answer) {}

    private static final Pattern ACCOUNT_NUMBER = Pattern.compile("\"accountNumber\"\\s*:\\s*\"([0-9]+)\"");

    /// @param isWhole whether account numbers are shown; else they are masked wherever one of the event stands, in what
    ///     receivers say too
    static DeliveryView of(DeliveryRecord record, boolean isWhole) {
        Announcement event = record.event();
        String body = new String(event.body(), StandardCharsets.UTF_8);
        UnaryOperator<String> seen = isWhole ? text -> text : masking(body);
        return new DeliveryView(
                record.id().toString(),
                event.eventType().value(),
                event.eventId().value(),
                event.reference().value(),
                event.reference().equals(Announcement.TEST),
                record.url(),
                state(record.state()),
                !(record.state() instanceof State.Pending),
                seen.apply(body),
                event.requestId(),
                record.attempts().stream().map(attempt -> tried(attempt, seen)).toList(),
                record.createdAt(),
                record.expireAt());
    }

    private static UnaryOperator<String> masking(String body) {
        List<String> numbers = ACCOUNT_NUMBER
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .toList();
        return text -> {
            String masked = text;
            for (String number : numbers) {
                masked = masked.replace(number, Figures.masked(number));
            }
            return masked;
        };
    }

    private static Badge state(State state) {
        return switch (state) {
            case State.Pending() -> Badge.waiting("pending");
            case State.Delivered _ -> Badge.good("delivered");
            case State.Failed() -> Badge.bad("failed");
        };
    }

    private static Try tried(Attempt attempt, UnaryOperator<String> seen) {
        return switch (attempt.result()) {
            case Result.Answered(int status, String body) ->
                new Try(
                        attempt.at(),
                        status >= 200 && status < 300
                                ? Badge.good("answered " + status)
                                : Badge.bad("answered " + status),
                        Optional.of(seen.apply(body)));
            case Result.Unanswered(String error) -> new Try(attempt.at(), Badge.bad(error), Optional.empty());
        };
    }
}
