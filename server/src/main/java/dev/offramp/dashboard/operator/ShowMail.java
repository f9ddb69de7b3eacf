package dev.offramp.dashboard.operator;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.mail.LetterRecord;
import dev.offramp.mail.Mail;
import java.util.List;
import java.util.Optional;

/// The last letters and what became of them. What stands in them is nobody's business but their recipients'.
record ShowMail(Mail mail) implements Page {

    static final String PATH = Route.OPERATOR + "/mail";

    private static final int SHOWN = 100;

    /// What the page shows.
    record View(boolean isOn, List<LetterRecord> letters) {

        static Badge state(LetterRecord letter) {
            return switch (letter.state()) {
                case WAITING -> Badge.waiting("Waiting");
                case SENT -> Badge.good("Sent");
                case GIVEN_UP -> Badge.bad("Given up");
            };
        }
    }

    @Override
    public Route route() {
        return Route.get(PATH);
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.OPERATOR, "E-mail"));
    }

    @Override
    public Answer answer(Visit visit) {
        View view = new View(mail.isOn(), visit.view(tx -> mail.last(tx, SHOWN)));
        return Answer.page("E-mail", out -> JtemailGenerated.render(out, null, view));
    }
}
