package dev.offramp.dashboard.part;

/// The state of something, in words and in a colour.
public record Badge(Tone tone, String words) {

    public static Badge good(String words) {
        return new Badge(Tone.GOOD, words);
    }

    public static Badge bad(String words) {
        return new Badge(Tone.BAD, words);
    }

    public static Badge waiting(String words) {
        return new Badge(Tone.WAITING, words);
    }

    public static Badge quiet(String words) {
        return new Badge(Tone.QUIET, words);
    }
}
