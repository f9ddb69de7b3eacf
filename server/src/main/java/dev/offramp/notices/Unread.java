package dev.offramp.notices;

/// How many notices somebody has not read; of more than a hundred a hundred.
public record Unread(long own, long operator) {

    static final int MOST = 100;

    public static final Unread NONE = new Unread(0, 0);

    /// As it stands beside a word.
    public static String words(long count) {
        return count < MOST ? Long.toString(count) : (MOST - 1) + "+";
    }
}
