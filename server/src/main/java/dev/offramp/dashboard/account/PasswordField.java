package dev.offramp.dashboard.account;

import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.people.PasswordProblem;

/// A password that somebody wants to have.
public final class PasswordField {

    /// What is asked of one, to stand beside it.
    public static final String HINT = "At least 10 characters. A few words that only you put together are best.";

    private PasswordField() {}

    public static Field<String> of(String label) {
        return Fields.password("password", label).required().autocomplete("new-password");
    }

    /// Why it is not taken.
    public static String words(PasswordProblem problem) {
        return switch (problem) {
            case TOO_SHORT -> "A password has at least 10 characters.";
            case TOO_LONG -> "A password has at most 200 characters.";
            case IS_ADDRESS -> "Your e-mail address is the first thing others try.";
            case COMMON -> "That is one of the passwords that others try first.";
            case UNCHANGED -> "That is the password you have.";
        };
    }
}
