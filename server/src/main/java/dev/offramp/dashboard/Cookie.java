package dev.offramp.dashboard;

import java.time.Duration;
import java.util.Optional;

/// A cookie of ours. None can be read by scripts, none is sent along by other sites' forms, and over TLS each is of
/// this host alone (`__Host-`).
///
/// @param value in the letters that a cookie may have; `toString` hides it
/// @param keep how long; empty until the browser is closed
public record Cookie(Name name, String value, Optional<Duration> keep) {

    /// What they are for.
    public enum Name {
        /// Who is signed in.
        SESSION("offramp"),
        /// Who has given a right password and owes the second factor.
        STEP("offramp-step"),
        /// That somebody signed in with this browser before.
        DEVICE("offramp-device"),
        /// A note for the next page.
        NOTE("offramp-note"),
        /// Light or dark.
        THEME("offramp-theme");

        private final String text;

        Name(String text) {
            this.text = text;
        }

        /// @param isSecure whether the connection is one that nobody can read
        String on(boolean isSecure) {
            return isSecure ? "__Host-" + text : text;
        }
    }

    private static final Duration LONG = Duration.ofDays(180);

    /// Until the browser is closed.
    public static Cookie brief(Name name, String value) {
        return new Cookie(name, value, Optional.empty());
    }

    /// Half a year.
    public static Cookie lasting(Name name, String value) {
        return new Cookie(name, value, Optional.of(LONG));
    }

    /// Takes one away.
    public static Cookie removed(Name name) {
        return new Cookie(name, "", Optional.of(Duration.ZERO));
    }

    /// The value of `Set-Cookie`.
    String header(boolean isSecure) {
        String age = keep.map(time -> "; Max-Age=" + time.toSeconds()).orElse("");
        return name.on(isSecure) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + age
                + (isSecure ? "; Secure" : "");
    }

    @Override
    public String toString() {
        return "Cookie[" + name + "]";
    }
}
