package dev.offramp.dashboard;

import dev.offramp.dashboard.part.Tone;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// A sentence that is shown once, on the page after something was done. It travels in a cookie, so no secret may be in
/// it.
public record Note(Tone tone, String text) {

    private static final int LENGTH_MAX = 300;

    public Note {
        if (text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("a note is a sentence");
        }
    }

    public static Note good(String text) {
        return new Note(Tone.GOOD, text);
    }

    public static Note bad(String text) {
        return new Note(Tone.BAD, text);
    }

    String written() {
        byte[] bytes = (tone.name() + ":" + text).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Empty for anything that we have not written.
    static Optional<Note> read(String written) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Note(Tone.valueOf(text.substring(0, colon)), text.substring(colon + 1)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
