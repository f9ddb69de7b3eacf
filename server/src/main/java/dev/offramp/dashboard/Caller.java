package dev.offramp.dashboard;

import dev.offramp.db.Transaction;
import dev.offramp.notices.Unread;
import dev.offramp.people.Membership;
import dev.offramp.people.Person;
import dev.offramp.people.PersonId;
import dev.offramp.people.Presence;
import dev.offramp.people.Role;
import dev.offramp.people.Session;
import dev.offramp.people.Sessions;
import dev.offramp.people.Token;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.IntegrationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who asks: somebody signed in, with all places they have, or nobody known.
record Caller(Optional<Presence> presence, List<Place> places, Unread unread) {

    static final Caller STRANGER = new Caller(Optional.empty(), List.of(), Unread.NONE);

    /// A business somebody belongs to.
    record Place(Integration integration, Role role) {

        Business in(Environment environment) {
            return new Business(integration, environment, role);
        }
    }

    /// Asks for the session, then for all places at once, and for how much there is to read.
    ///
    /// @param isWatching whether a page asks by itself
    static Caller of(Optional<Token> token, boolean isWatching, Uses uses) {
        Sessions sessions = uses.people().sessions();
        Optional<Presence> presence = token.flatMap(isWatching ? sessions::watch : sessions::find);
        return presence.map(found -> of(found, uses)).orElse(STRANGER);
    }

    private static Caller of(Presence presence, Uses uses) {
        PersonId person = presence.person().id();
        return uses.db()
                .transact(tx -> new Caller(
                        Optional.of(presence),
                        places(tx, person, uses),
                        uses.notices().unread(tx, person)));
    }

    private static List<Place> places(Transaction tx, PersonId person, Uses uses) {
        List<Membership> memberships = uses.people().memberships().of(tx, person);
        Map<IntegrationId, Integration> integrations = uses.tenancy()
                .integrations(
                        tx, memberships.stream().map(Membership::integration).toList());
        return memberships.stream()
                .map(membership -> new Place(integrations.get(membership.integration()), membership.role()))
                .toList();
    }

    Optional<Session> session() {
        return presence.map(Presence::session);
    }

    Optional<Person> person() {
        return presence.map(Presence::person);
    }

    /// The business of that reference, if it is one of theirs.
    Optional<Business> business(String reference, Environment environment) {
        return places.stream()
                .filter(place -> place.integration().merchantReference().equals(reference))
                .map(place -> place.in(environment))
                .findFirst();
    }

    /// Where they begin: their oldest business, in development; an operator without any at the operator's pages.
    String home() {
        return places.stream()
                .findFirst()
                .map(place -> place.in(Environment.DEVELOPMENT).root())
                .orElseGet(() -> person().filter(Person::isOperator).isPresent() ? Route.OPERATOR : "/me");
    }
}
