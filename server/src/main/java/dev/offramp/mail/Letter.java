package dev.offramp.mail;

import java.time.Instant;

/// Something to be mailed, in plain text.
///
/// @param what it is, in a word or two for the operator, who does not see the text: `invitation`
/// @param to one address
/// @param subject one line; what is no printable character becomes a blank
/// @param text lines parted by `\n`; what is neither that nor printable becomes a blank
/// @param goodUntil from then on it is not sent any more
public record Letter(String what, String to, String subject, String text, Instant goodUntil) {

    private static final int SUBJECT_MAX = 200;
    private static final int TEXT_MAX = 20_000;

    public Letter {
        MailAddress.check(to);
        subject = shortened(plain(subject, false), SUBJECT_MAX);
        text = shortened(plain(text, true), TEXT_MAX);
    }

    /// Names and labels that people typed end up in letters: no sign of theirs may begin a line or a header.
    private static String plain(String text, boolean hasLines) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(sign -> hasLines && sign == '\n' || isPrintable(sign) ? sign : ' ')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isPrintable(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String shortened(String text, int max) {
        return text.codePointCount(0, text.length()) <= max
                ? text
                : text.substring(0, text.offsetByCodePoints(0, max - 3)) + "...";
    }

    /// Without its text, which may hold a link that lets somebody in.
    @Override
    public String toString() {
        return "Letter[" + what + "]";
    }
}
