package dev.offramp.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.people.AddressChanges.Asked;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AddressChangesTest {

    private final PeopleFixture fixture = new PeopleFixture();
    private final AddressChanges changes = fixture.people.addressChanges();
    private final Person person = fixture.person();

    @AfterEach
    void close() {
        fixture.close();
    }

    private Token ask(Session session, Email email) {
        return ((Asked.Link) fixture.transact(tx -> changes.ask(tx, session, email))).token();
    }

    private Optional<PersonChange> confirm(Person who, Token token) {
        return fixture.transact(tx -> changes.confirm(tx, who.id(), token));
    }

    @Test
    void takeEffectOnceWhenTheirLinkIsUsed() {
        Email wanted = fixture.email();
        Token token = ask(fixture.signedIn(person).session(), wanted);
        assertThat(fixture.person(person.id()).email()).isEqualTo(person.email());

        assertThat(confirm(person, token)).contains(new PersonChange.Changed());

        assertThat(fixture.person(person.id()).email()).isEqualTo(wanted);
        assertThat(confirm(person, token)).isEmpty();
    }

    @Test
    void areForNobodyElse() {
        Token token = ask(fixture.signedIn(person).session(), fixture.email());

        assertThat(confirm(fixture.person(), token)).isEmpty();
        assertThat(confirm(person, new Token("guessed"))).isEmpty();
        assertThat(confirm(person, token)).isPresent();
    }

    @Test
    void runOutAfterAnHourAndEndWithTheNext() {
        Session session = fixture.signedIn(person).session();
        Token first = ask(session, fixture.email());
        Token second = ask(session, fixture.email());
        assertThat(confirm(person, first)).isEmpty();

        fixture.clock.advance(Duration.ofHours(1));

        assertThat(confirm(person, second)).isEmpty();
    }

    @Test
    void makeNoLinkToAnAddressThatSomebodyHas() {
        Email taken = fixture.person().email();
        Session session = fixture.signedIn(person).session();

        Asked asked = fixture.transact(tx -> changes.ask(tx, session, taken));
        assertThat(asked).isEqualTo(new Asked.Taken());
    }

    @Test
    void comeTooLateWhereSomebodyTookTheAddressMeanwhile() {
        Email wanted = fixture.email();
        Token token = ask(fixture.signedIn(person).session(), wanted);
        Person other = fixture.person();
        Session session = fixture.signedIn(other).session();
        fixture.transact(tx -> changes.change(tx, session, wanted));

        assertThat(confirm(person, token)).contains(new PersonChange.EmailTaken());
    }

    @Test
    void wantAFreshSignIn() {
        Session session = fixture.signedIn(person).session();
        fixture.clock.advance(Duration.ofMinutes(10));

        Asked asked = fixture.transact(tx -> changes.ask(tx, session, fixture.email()));
        assertThat(asked).isEqualTo(new Asked.Refused(new PersonChange.NotFresh()));
    }

    @Test
    void killALinkThatLiesInTheOldMailbox() {
        Token reset = fixture.transact(tx -> fixture.people.passwordResets().make(tx, person.id(), false));
        Session session = fixture.signedIn(person).session();

        fixture.transact(tx -> changes.change(tx, session, fixture.email()));

        Optional<Person> found =
                fixture.transact(tx -> fixture.people.passwordResets().find(tx, reset));
        assertThat(found).isEmpty();
    }
}
