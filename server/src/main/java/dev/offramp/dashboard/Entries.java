package dev.offramp.dashboard;

import dev.offramp.people.Person;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Actor;
import dev.offramp.trail.NewEntry;
import java.net.InetAddress;
import java.util.Optional;

/// Makes entries of the audit log of deeds.
///
/// @param who empty where nobody is known to have done it
/// @param tenant the business of the page, if it is one's
record Entries(Optional<Person> who, InetAddress from, Optional<Tenant> tenant) {

    NewEntry of(Deed deed) {
        Actor actor = who.<Actor>map(person ->
                        new Actor.Person(person.id().value(), person.email().text()))
                .orElse(Actor.PROGRAM);
        NewEntry entry = NewEntry.of(actor, deed.action(), deed.subject())
                .from(from)
                .before(deed.before())
                .after(deed.after());
        if (deed.integration().isPresent()) {
            return entry.concerning(deed.integration().get());
        }
        return tenant.map(entry::concerning).orElse(entry);
    }
}
