package dev.offramp.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who may found a business here. Invitations into a business that exists work under each rule.
public enum SignUpRule {
    /// Everybody.
    OPEN,
    /// Who holds an operator's invitation.
    INVITATION,
    /// Nobody; the operator makes businesses by command.
    CLOSED;

    /// The word in the setting.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads the word, in any case.
    public static Optional<SignUpRule> parse(String text) {
        return Arrays.stream(values())
                .filter(rule -> rule.code().equalsIgnoreCase(text))
                .findFirst();
    }
}
