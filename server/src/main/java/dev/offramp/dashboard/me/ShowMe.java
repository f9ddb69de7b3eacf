package dev.offramp.dashboard.me;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Reading;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.mail.Mail;
import dev.offramp.people.Email;
import dev.offramp.people.People;
import dev.offramp.people.Person;
import dev.offramp.people.Session;
import dev.offramp.people.SignUpRule;

/// What somebody is to this installation, and the forms to change it.
public record ShowMe(People people, Mail mail) implements Page {

    static final String PATH = "/me";

    public static final Field<String> NAME =
            Fields.text("name", "Your name", 100).required().autocomplete("name");

    public static final Field<Email> EMAIL = Fields.email("email", "New e-mail address")
            .then(text -> Reading.of(Email.parse(text), "Enter an e-mail address, such as ann@example.com."))
            .required()
            .autocomplete("email");

    public static final Field<String> BUSINESS =
            Fields.text("business", "Business name", 100).required().autocomplete("organization");

    /// What the page shows.
    ///
    /// @param mayFound whether they may found one more business
    public record View(Person person, Session session, boolean isMailOn, boolean mayFound) {

        public Badge factor() {
            return person.hasSecondFactor() ? Badge.good("Enrolled") : Badge.waiting("None yet");
        }
    }

    @Override
    public Route route() {
        return Route.get(PATH);
    }

    @Override
    public Access access() {
        return Access.signedIn();
    }

    @Override
    public Answer answer(Visit visit) {
        return show(visit, Form.blank());
    }

    /// @param form the one that was sent, with what is wrong; the others are filled with what is
    Answer show(Visit visit, Form form) {
        View view = new View(visit.person(), visit.session(), mail.isOn(), mayFound());
        Form named = form.typed(NAME).isEmpty() ? form.with(NAME, visit.person().name()) : form;
        return Answer.refused(
                form.isValid() ? 200 : 422,
                "Your account",
                out -> JtemeGenerated.render(out, null, visit.here(), named, view));
    }

    boolean mayFound() {
        return people.signUps().rule() == SignUpRule.OPEN;
    }
}
