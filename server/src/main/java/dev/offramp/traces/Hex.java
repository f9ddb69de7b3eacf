package dev.offramp.traces;

/// What the ids of Trace Context are made of.
final class Hex {

    private Hex() {}

    static boolean isId(String text, int length) {
        return isDigits(text, length) && text.chars().anyMatch(c -> c != '0');
    }

    static boolean isDigits(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }
}
