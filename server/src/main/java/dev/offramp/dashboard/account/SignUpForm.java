package dev.offramp.dashboard.account;

import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Reading;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.people.Email;
import dev.offramp.people.SignUp;
import java.time.Instant;

/// The fields of getting an account, and what is said when one is not taken.
public final class SignUpForm {

    public static final Field<String> NAME =
            Fields.text("name", "Your name", 100).required().autocomplete("name");

    public static final Field<Email> EMAIL = Fields.email("email", "E-mail address")
            .then(text -> Reading.of(Email.parse(text), "Enter an e-mail address, such as ann@example.com."))
            .required()
            .autocomplete("username");

    public static final Field<String> BUSINESS =
            Fields.text("business", "Business name", 100).required().autocomplete("organization");

    public static final Field<String> PASSWORD = PasswordField.of("Password");

    private SignUpForm() {}

    /// The form with what is wrong with it.
    static Form refuse(Form form, SignUp outcome) {
        return switch (outcome) {
            case SignUp.BusinessNameTaken() -> form.refuse(BUSINESS, "Another business has that name.");
            case SignUp.BusinessNameUnfit() -> form.refuse(BUSINESS, "A business cannot have that name.");
            case SignUp.NameUnfit() -> form.refuse(NAME, "A name is 1 to 100 printable characters.");
            case SignUp.PasswordUnfit(var problem) -> form.refuse(PASSWORD, PasswordField.words(problem));
            case SignUp.NotAllowed() -> form.refuse("No business can be founded here at this time.");
            case SignUp.NoInvitation() -> form.refuse("This invitation does not work any more.");
            case SignUp.HasAccount() ->
                form.refuse("That address has an account already. Sign in with it, then open this link again.");
            case SignUp.TooMany(Instant until) ->
                form.refuse("Too many accounts were made from where you are. You may try again from "
                        + Figures.time(until) + " on.");
            case SignUp.Busy() -> form.refuse("Many people are signing in at this moment. Try it again.");
            case SignUp.Received(), SignUp.Joined _ -> form;
        };
    }
}
