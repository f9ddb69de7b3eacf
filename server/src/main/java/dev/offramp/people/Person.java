package dev.offramp.people;

import java.time.Instant;

/// Somebody who may sign in.
///
/// @param name 1 to 100 printable characters
/// @param mustChangePassword somebody else knows the password: it was made by the program
/// @param isOperator whether they run this installation, apart from any business
/// @param isDisabled whether they are kept out
/// @param hasSecondFactor whether the password alone does not sign them in
public record Person(
        PersonId id,
        Email email,
        String name,
        boolean mustChangePassword,
        boolean isOperator,
        boolean isDisabled,
        boolean hasSecondFactor,
        Instant createdAt) {

    private static final int NAME_MAX = 100;

    /// Whether a person may be called so.
    public static boolean isName(String name) {
        return !name.isBlank()
                && name.equals(name.strip())
                && name.codePointCount(0, name.length()) <= NAME_MAX
                && name.codePoints().noneMatch(Character::isISOControl);
    }

    /// Whether pages of the production environment open to them, as far as it is about the person.
    public ProductionAccess productionAccess() {
        if (mustChangePassword) {
            return ProductionAccess.PASSWORD_UNCHANGED;
        }
        return hasSecondFactor ? ProductionAccess.OPEN : ProductionAccess.NO_SECOND_FACTOR;
    }
}
