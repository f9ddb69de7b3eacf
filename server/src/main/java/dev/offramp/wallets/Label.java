package dev.offramp.wallets;

import java.util.Optional;

/// The integrator's own name for a wallet's customer: 1 to 255 printable characters, compared exactly and given back as
/// sent.
public record Label(String value) {

    public static final int CHARACTERS_MAX = 255;

    public Label {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not 1 to 255 printable characters");
        }
    }

    /// Empty for a text that is no label.
    public static Optional<Label> parse(String text) {
        return isValid(text) ? Optional.of(new Label(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= 1 && length <= CHARACTERS_MAX && text.codePoints().allMatch(Label::isPrintable);
    }

    /// Not a control character, a line or paragraph break, or half of a surrogate pair. Invisible joiners are part of
    /// many scripts and of emoji.
    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
