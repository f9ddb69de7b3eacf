package dev.offramp.notices;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Step;
import dev.offramp.mail.Letter;
import dev.offramp.mail.Mail;
import dev.offramp.people.Email;
import dev.offramp.people.Invitation;
import dev.offramp.people.LinkWishes;
import dev.offramp.people.People;
import dev.offramp.people.Person;
import dev.offramp.people.SignUpRule;
import java.util.List;
import java.util.Optional;

/// Answers wishes for letters with links. Only the mailbox learns whether the address has an account.
final class LinkMail implements Step {

    private static final int BATCH = 50;

    private final Database db;
    private final People people;
    private final Mail mail;
    private final Letters letters;

    LinkMail(Database db, People people, Mail mail, Letters letters) {
        this.db = db;
        this.people = people;
        this.mail = mail;
        this.letters = letters;
    }

    @Override
    public String name() {
        return "notices.links";
    }

    @Override
    public boolean runOnce() {
        return mail.isOn() && db.transact(this::answer);
    }

    private boolean answer(Transaction tx) {
        List<LinkWishes.Wish> wishes = people.linkWishes().take(tx, BATCH);
        wishes.forEach(wish -> letter(tx, wish).ifPresent(letter -> mail.post(tx, letter)));
        return wishes.size() == BATCH;
    }

    private Optional<Letter> letter(Transaction tx, LinkWishes.Wish wish) {
        Optional<Person> person = people.find(tx, wish.email());
        return switch (wish.what()) {
            case PASSWORD_RESET ->
                person.filter(found -> !found.isDisabled())
                        .map(found -> letters.passwordReset(
                                found, people.passwordResets().make(tx, found.id(), false)));
            case SIGN_UP ->
                person.isPresent()
                        ? person.filter(found -> !found.isDisabled()).map(letters::hasAccount)
                        : signUp(tx, wish.email());
        };
    }

    private Optional<Letter> signUp(Transaction tx, Email email) {
        return people.signUps().rule() == SignUpRule.OPEN
                ? Optional.of(letters.signUp(
                        people.invitations().invite(tx, email, new Invitation.Offer.Business(), Optional.empty())))
                : Optional.empty();
    }
}
