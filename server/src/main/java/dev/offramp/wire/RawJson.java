package dev.offramp.wire;

/// JSON that was rendered before (a webhook's body) and goes out as it is.
public record RawJson(String text) {

    public static final RawJson EMPTY_OBJECT = new RawJson("{}");

    /// Never the content: a webhook's body may name a bank account.
    @Override
    public String toString() {
        return "RawJson[" + text.length() + " characters]";
    }
}
