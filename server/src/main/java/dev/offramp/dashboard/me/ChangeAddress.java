package dev.offramp.dashboard.me;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.notices.Letters;
import dev.offramp.people.AddressChanges;
import dev.offramp.people.AddressChanges.Asked;
import dev.offramp.people.Email;
import dev.offramp.people.PersonChange;
import java.util.List;

/// Gives oneself another e-mail address: where letters are sent, once the link that is mailed there was opened; else at
/// once.
record ChangeAddress(ShowMe me, Letters letters) implements Page {

    private static final String SENT =
            "A letter with a link is on its way to that address. Your address changes when you open it.";

    @Override
    public Route route() {
        return Route.post(ShowMe.PATH + "/email");
    }

    @Override
    public Access access() {
        return Access.signedIn().fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(ShowMe.EMAIL);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return me.show(visit, form);
        }
        Email email = form.get(ShowMe.EMAIL);
        if (email.equals(visit.person().email())) {
            return me.show(visit, form.refuse(ShowMe.EMAIL, "That is the address you have."));
        }
        return me.mail().isOn() ? ask(visit, form, email) : change(visit, form, email);
    }

    private Answer ask(Visit visit, Form form, Email email) {
        Asked asked = visit.commit(tx -> Outcome.aside(ask(tx, visit, email)));
        return switch (asked) {
            case Asked.Link _, Asked.Taken _ -> Answer.redirect(ShowMe.PATH, Note.good(SENT));
            case Asked.Refused(PersonChange why) -> me.show(visit, AddressOutcome.refuse(form, why));
        };
    }

    private Asked ask(Transaction tx, Visit visit, Email email) {
        AddressChanges changes = me.people().addressChanges();
        Asked asked = changes.ask(tx, visit.session(), email);
        if (asked instanceof Asked.Link link) {
            me.mail().post(tx, letters.confirmAddress(visit.person(), email, link.token()));
        }
        return asked;
    }

    private Answer change(Visit visit, Form form, Email email) {
        PersonChange change = visit.commit(tx ->
                AddressOutcome.of(visit, email, me.people().addressChanges().change(tx, visit.session(), email)));
        return change instanceof PersonChange.Changed
                ? Answer.redirect(ShowMe.PATH, Note.good("Your e-mail address is changed. You sign in with it."))
                : me.show(visit, AddressOutcome.refuse(form, change));
    }
}
