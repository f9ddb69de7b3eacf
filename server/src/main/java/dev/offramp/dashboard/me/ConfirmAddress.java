package dev.offramp.dashboard.me;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.db.Transaction;
import dev.offramp.notices.Letters;
import dev.offramp.people.AddressChanges;
import dev.offramp.people.Email;
import dev.offramp.people.PersonChange;
import dev.offramp.people.Token;
import java.util.Optional;

/// Changes the address to the one that the link was mailed to, and tells the one before.
record ConfirmAddress(ShowMe me, Letters letters) implements Page {

    @Override
    public Route route() {
        return Route.post(ShowAddressChange.PATH);
    }

    @Override
    public Access access() {
        return Access.signedIn();
    }

    @Override
    public Answer answer(Visit visit) {
        Optional<PersonChange> change = visit.commit(tx -> confirm(tx, visit));
        return change.map(outcome -> outcome instanceof PersonChange.Changed
                        ? Answer.redirect(
                                ShowMe.PATH, Note.good("Your e-mail address is changed. You sign in with it."))
                        : Answer.redirect(ShowMe.PATH, Note.bad("Somebody else has that address by now.")))
                .orElseGet(ShowAddressChange::over);
    }

    private Outcome<Optional<PersonChange>> confirm(Transaction tx, Visit visit) {
        AddressChanges changes = me.people().addressChanges();
        Token token = new Token(visit.path("token"));
        Optional<Email> email = changes.find(tx, visit.person().id(), token);
        Optional<PersonChange> change = changes.confirm(tx, visit.person().id(), token);
        if (email.isEmpty() || change.isEmpty()) {
            return Outcome.refused(Optional.empty());
        }
        Outcome<PersonChange> outcome = AddressOutcome.of(visit, email.get(), change.get());
        if (change.get() instanceof PersonChange.Changed) {
            me.mail().post(tx, letters.addressChanged(visit.person()));
        }
        return new Outcome<>(Optional.of(outcome.result()), outcome.deed());
    }
}
