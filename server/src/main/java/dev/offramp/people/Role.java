package dev.offramp.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a person is to a business. What each may do is for the faces to say.
public enum Role {
    /// Everything; a business always has one.
    OWNER,
    /// Runs the business here, but moves no money.
    ADMIN,
    /// Builds on it.
    DEVELOPER,
    /// Moves its money.
    FINANCE,
    /// Looks.
    VIEWER;

    /// The word on pages, in the database and on the command line.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads the word, in any case.
    public static Optional<Role> parse(String text) {
        return Arrays.stream(values())
                .filter(role -> role.code().equalsIgnoreCase(text))
                .findFirst();
    }
}
