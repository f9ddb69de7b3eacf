package dev.offramp.mail;

import java.time.Duration;

/// How letters stand, in numbers.
///
/// @param waiting to be sent
/// @param givenUpLately in the last day
public record MailCount(long waiting, long givenUpLately) {

    static final Duration LATELY = Duration.ofDays(1);
}
