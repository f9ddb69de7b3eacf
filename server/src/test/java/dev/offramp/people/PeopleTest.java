package dev.offramp.people;

import static dev.offramp.people.PeopleFixture.OTHER;
import static dev.offramp.people.PeopleFixture.PASSWORD;
import static dev.offramp.people.PeopleFixture.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.tenancy.IntegrationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final PeopleFixture fixture = new PeopleFixture();
    private final People people = fixture.people;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void makesTheFirstOwnerOnceAmongProcessesThatStartTogether() throws Exception {
        IntegrationId sandbox = fixture.business();
        List<FirstOwner.Made> kept = new ArrayList<>();
        List<Callable<FirstOwner>> starts = new ArrayList<>();
        for (People process : List.of(people, fixture.otherProcess(), fixture.otherProcess())) {
            starts.add(() -> process.ensureFirstOwner(sandbox, kept::add));
        }

        List<FirstOwner> answers = PeopleFixture.together(starts);

        assertThat(answers).filteredOn(FirstOwner.Made.class::isInstance).hasSize(1);
        assertThat(answers).contains(kept.getFirst());
        assertThat(kept).hasSize(1);
        Person owner = kept.getFirst().person();
        assertThat(owner.isOperator()).isTrue();
        assertThat(owner.mustChangePassword()).isTrue();
        assertThat(owner.email()).isEqualTo(new Email("owner@offramp.localhost"));
        assertThat(fixture.<Optional<Role>>transact(tx -> people.memberships().role(tx, owner.id(), sandbox)))
                .contains(Role.OWNER);
        assertThat(fixture.tryPassword(owner, kept.getFirst().password(), browser()))
                .isInstanceOf(SignIn.SignedIn.class);
        assertThat(kept.toString()).doesNotContain(kept.getFirst().password().text());
    }

    @Test
    void makesNoFirstOwnerWhosePasswordCouldNotBeKept() {
        IntegrationId sandbox = fixture.business();
        assertThatThrownBy(() -> people.ensureFirstOwner(sandbox, made -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(fixture.<List<Person>>transact(people::list)).isEmpty();
        assertThat(people.ensureFirstOwner(sandbox, made -> {})).isInstanceOf(FirstOwner.Made.class);
    }

    @Test
    void opensProductionToWhoChangedThePasswordAndEnrolledAFactor() {
        FirstOwner.Made made = (FirstOwner.Made) people.ensureFirstOwner(fixture.business(), owner -> {});
        Person owner = made.person();
        assertThat(owner.productionAccess()).isEqualTo(ProductionAccess.PASSWORD_UNCHANGED);
        Session session = ((SignIn.SignedIn) fixture.tryPassword(owner, made.password(), browser())).session();

        fixture.transact(tx -> people.changePassword(tx, session, prepared(owner, OTHER)));
        assertThat(fixture.person(owner.id()).productionAccess()).isEqualTo(ProductionAccess.NO_SECOND_FACTOR);
        fixture.enrol(session);

        assertThat(fixture.person(owner.id()).productionAccess()).isEqualTo(ProductionAccess.OPEN);
    }

    @Test
    void changesAPasswordUnderANewTokenAndEndsAllOtherSessions() {
        Person person = fixture.person();
        Token elsewhere = fixture.signedIn(person).token();
        SignIn.SignedIn done = fixture.signedIn(person);
        Token link = fixture.transact(tx -> people.passwordResets().make(tx, person.id(), false));

        PersonChange.PasswordChanged changed = (PersonChange.PasswordChanged) fixture.<PersonChange>transact(
                tx -> people.changePassword(tx, done.session(), prepared(person, OTHER)));

        assertThat(fixture.presence(elsewhere)).isEmpty();
        assertThat(fixture.presence(done.token())).isEmpty();
        assertThat(fixture.presence(changed.token()).orElseThrow().session().id())
                .isEqualTo(done.session().id());
        assertThat(fixture.<Optional<Person>>transact(
                        tx -> people.passwordResets().find(tx, link)))
                .isEmpty();
        assertThat(fixture.tryPassword(person, PASSWORD, browser())).isEqualTo(new SignIn.NotAccepted());
        assertThat(fixture.tryPassword(person, OTHER, browser())).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void changesAPasswordOnlyAfterAFreshSignInAndToAnother() {
        Person person = fixture.person();
        Session session = fixture.signedIn(person).session();

        assertThat(people.preparePassword(person.id(), PASSWORD))
                .isEqualTo(new NewPassword.Unfit(PasswordProblem.UNCHANGED));
        assertThat(people.preparePassword(person.id(), new Password("1234567890")))
                .isEqualTo(new NewPassword.Unfit(PasswordProblem.COMMON));
        NewPassword.Prepared prepared = prepared(person, OTHER);
        fixture.clock.advance(Duration.ofMinutes(10));
        assertThat(fixture.<PersonChange>transact(tx -> people.changePassword(tx, session, prepared)))
                .isEqualTo(new PersonChange.NotFresh());
        assertThat(prepared.toString()).doesNotContain("argon2id");
    }

    @Test
    void letsNoPasswordInThatWasChangedWhileItWasExamined() {
        Person person = fixture.person();
        Session session = fixture.signedIn(person).session();
        NewPassword.Prepared prepared = prepared(person, OTHER);
        fixture.onNextHash(() -> fixture.transact(tx -> people.changePassword(tx, session, prepared)));

        assertThat(fixture.tryPassword(person, PASSWORD, browser())).isEqualTo(new SignIn.NotAccepted());
    }

    @Test
    void changesNameAndAddress() {
        Person person = fixture.person();
        Person other = fixture.person();
        Session session = fixture.signedIn(person).session();
        Email fresh = fixture.email();

        assertThat(changeEmail(session, other.email())).isEqualTo(new PersonChange.EmailTaken());
        assertThat(changeEmail(session, person.email())).isEqualTo(new PersonChange.Changed());
        assertThat(changeEmail(session, fresh)).isEqualTo(new PersonChange.Changed());
        assertThat(fixture.<PersonChange>transact(tx -> people.rename(tx, person.id(), "Grace")))
                .isEqualTo(new PersonChange.Changed());
        assertThat(fixture.<PersonChange>transact(tx -> people.rename(tx, person.id(), " Grace")))
                .isEqualTo(new PersonChange.NameUnfit());

        assertThat(fixture.person(person.id()).email()).isEqualTo(fresh);
        assertThat(fixture.person(person.id()).name()).isEqualTo("Grace");
        assertThat(fixture.<Optional<Person>>transact(tx -> people.find(tx, person.email())))
                .isEmpty();
    }

    @Test
    void allowsFewTriesToFindOutWhoHasAnAddress() {
        Person other = fixture.person();
        Session session = fixture.signedIn(fixture.person()).session();
        for (int i = 0; i < 5; i++) {
            assertThat(changeEmail(session, other.email())).isEqualTo(new PersonChange.EmailTaken());
        }

        assertThat(changeEmail(session, fixture.email())).isInstanceOf(PersonChange.TooMany.class);
    }

    @Test
    void listsPersonsOldestFirst() {
        Person first = fixture.person();
        fixture.clock.advance(Duration.ofSeconds(1));
        Person second = fixture.person();

        assertThat(fixture.<List<Person>>transact(people::list)).containsExactly(first, second);
    }

    private PersonChange changeEmail(Session session, Email email) {
        return fixture.transact(tx -> people.addressChanges().change(tx, session, email));
    }

    private NewPassword.Prepared prepared(Person person, Password wanted) {
        return (NewPassword.Prepared) people.preparePassword(person.id(), wanted);
    }
}
