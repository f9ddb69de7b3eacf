package dev.offramp.dashboard.notices;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.notices.Audience;
import dev.offramp.notices.Kind;
import dev.offramp.notices.Notices;
import dev.offramp.people.Person;
import java.util.Arrays;
import java.util.List;

/// Asks what is to be mailed. Operators choose about what concerns them, too.
public record ShowChoices(Notices notices, boolean isMailOn) implements Page {

    static final String PATH = "/me/notices/choices";

    public static final Field<List<Kind>> BUSINESS = field("business", "About your businesses", Shelf.OWN);
    public static final Field<List<Kind>> INSTALLATION = field("installation", "About this server", Shelf.OPERATOR);

    /// What the page shows.
    ///
    /// @param always what nobody can choose against
    public record View(boolean isMailOn, boolean isOperator, List<Kind> always) {}

    private static Field<List<Kind>> field(String name, String label, Shelf shelf) {
        List<Choice> choices = chosen(shelf).stream()
                .map(kind -> new Choice(kind.code(), kind.words()))
                .toList();
        return Fields.choices(
                name,
                label,
                choices,
                code -> Kind.parse(code).filter(kind -> chosen(shelf).contains(kind)));
    }

    /// What there is to choose about.
    static List<Kind> chosen(Shelf shelf) {
        return Arrays.stream(Kind.values())
                .filter(kind -> !kind.isAlwaysMailed())
                .filter(kind -> (kind.audience() == Audience.OPERATORS) == (shelf == Shelf.OPERATOR))
                .toList();
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
        Form form = visit.view(tx -> Form.blank()
                .with(BUSINESS, wanted(visit.person(), tx, Shelf.OWN))
                .with(INSTALLATION, wanted(visit.person(), tx, Shelf.OPERATOR)));
        return show(visit, form);
    }

    private String[] wanted(Person person, dev.offramp.db.Transaction tx, Shelf shelf) {
        return chosen(shelf).stream()
                .filter(kind -> notices.isMailed(tx, person.id(), kind))
                .map(Kind::code)
                .toArray(String[]::new);
    }

    Answer show(Visit visit, Form form) {
        List<Kind> always =
                Arrays.stream(Kind.values()).filter(Kind::isAlwaysMailed).toList();
        View view = new View(isMailOn, visit.person().isOperator(), always);
        return Answer.refused(
                form.isValid() ? 200 : 422,
                "What is mailed to you",
                out -> JtechoicesGenerated.render(out, null, visit.here(), form, view));
    }
}
