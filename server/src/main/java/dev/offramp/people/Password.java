package dev.offramp.people;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// A password as it was typed, fit or not. `toString` hides it.
///
/// The same characters typed on two keyboards are one password: what counts is the text in the normal form NFKC.
public record Password(String text) {

    String normal() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    byte[] bytes() {
        return normal().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Password[***]";
    }
}
