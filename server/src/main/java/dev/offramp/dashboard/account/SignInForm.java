package dev.offramp.dashboard.account;

import dev.offramp.dashboard.OwnPath;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;

/// The fields of signing in.
public final class SignInForm {

    public static final Field<String> EMAIL =
            Fields.email("email", "E-mail address").required().autocomplete("username");

    public static final Field<String> PASSWORD =
            Fields.password("password", "Password").required().autocomplete("current-password");

    public static final Field<String> CODE = Fields.code("code", "Code").required();

    /// Where one wanted to go.
    public static final Field<String> NEXT = Fields.text("next", "Next", 1_000);

    private SignInForm() {}

    /// A path of ours, whatever was sent; `/` leads home.
    static String next(Form form) {
        return form.find(NEXT).flatMap(OwnPath::parse).orElse("/");
    }
}
