package dev.offramp.trail;

/// What may stand in an entry: text that comes back from the database byte for byte, on one line and not too long.
final class Text {

    /// More is a mistake of whoever records it; what is cut off ends in an ellipsis.
    static final int LENGTH_MAX = 1_000;

    private static final int UNFIT = '\uFFFD';
    private static final String ELLIPSIS = "\u2026";

    private Text() {}

    static String cleaned(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(LENGTH_MAX)
                .map(point -> isFit(point) ? point : UNFIT)
                .forEach(clean::appendCodePoint);
        return text.codePointCount(0, text.length()) > LENGTH_MAX ? clean + ELLIPSIS : clean.toString();
    }

    private static boolean isFit(int point) {
        return !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
    }
}
