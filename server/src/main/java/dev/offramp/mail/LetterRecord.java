package dev.offramp.mail;

import java.time.Instant;
import java.util.Optional;

/// What is remembered of a letter, for the operator.
///
/// @param what it is; its text is not shown to anybody but its recipient
/// @param trouble why it was not sent at the last try, or was given up
public record LetterRecord(
        LetterId id,
        String what,
        String to,
        State state,
        int tries,
        Optional<String> trouble,
        Instant postedAt,
        Optional<Instant> endedAt) {

    /// How it stands.
    public enum State {
        WAITING("waiting"),
        SENT("sent"),
        GIVEN_UP("given-up");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /// As it is stored.
        public String code() {
            return code;
        }

        static State ofCode(String code) {
            for (State state : values()) {
                if (state.code.equals(code)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no state of a letter: " + code);
        }
    }
}
