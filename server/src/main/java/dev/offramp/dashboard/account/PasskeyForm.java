package dev.offramp.dashboard.account;

import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;

/// What every form of a passkey carries.
public final class PasskeyForm {

    /// What the authenticator said, as JSON; put there by the script.
    private static final Field<String> ANSWER = Fields.area("answer", "Passkey").secret();

    private PasskeyForm() {}

    public static Field<String> answer() {
        return ANSWER;
    }

    /// Empty text, which nothing takes for an answer, where the script did not run.
    public static String answer(Form form) {
        return form.find(ANSWER).orElse("");
    }
}
