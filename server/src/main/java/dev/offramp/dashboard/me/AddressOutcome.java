package dev.offramp.dashboard.me;

import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.people.Email;
import dev.offramp.people.Person;
import dev.offramp.people.PersonChange;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.time.Instant;

/// What comes of changing one's address, whichever way.
final class AddressOutcome {

    private AddressOutcome() {}

    static Outcome<PersonChange> of(Visit visit, Email email, PersonChange change) {
        Person before = visit.person();
        return change instanceof PersonChange.Changed
                ? Outcome.done(
                        change,
                        Deed.of(Action.EMAIL_CHANGED, Subject.Kind.PERSON, before.id())
                                .before(Details.of("e-mail", before.email()))
                                .after(Details.of("e-mail", email)))
                : Outcome.refused(change);
    }

    static Form refuse(Form form, PersonChange why) {
        return switch (why) {
            case PersonChange.TooMany(Instant until) ->
                form.refuse("Too many tries. You may try again from " + Figures.time(until) + " on.");
            case PersonChange.NotFresh() -> form.refuse("Your sign-in is too old for that. Try it again.");
            default -> form.refuse(ShowMe.EMAIL, "Somebody else has that address.");
        };
    }
}
