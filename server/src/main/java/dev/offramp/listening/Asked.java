package dev.offramp.listening;

import java.time.Duration;
import java.util.Optional;

/// What came of asking the server.
sealed interface Asked {

    /// @param listener whom to ask as from now on
    record Got(String listener, Optional<Waiting> next) implements Asked {}

    /// It cannot be asked now.
    ///
    /// @param after how long it wants to be left alone
    record Away(String why, Optional<Duration> after) implements Asked {}

    /// It will not answer this, however often it is asked.
    record Refused(String why) implements Asked {}
}
