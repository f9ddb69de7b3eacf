package dev.offramp.people;

/// A code that stands in for a lost second factor, once. `toString` hides it.
///
/// @param text ten characters in two groups, to be written down
public record RecoveryCode(String text) {

    @Override
    public String toString() {
        return "RecoveryCode[***]";
    }
}
