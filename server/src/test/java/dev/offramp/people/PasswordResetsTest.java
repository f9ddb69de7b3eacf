package dev.offramp.people;

import static dev.offramp.people.PeopleFixture.OTHER;
import static dev.offramp.people.PeopleFixture.PASSWORD;
import static dev.offramp.people.PeopleFixture.browser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.people.PasswordResets.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordResetsTest {

    private static final PeopleFixture FIXTURE = new PeopleFixture();

    private final PasswordResets resets = FIXTURE.people.passwordResets();
    private final Person person = FIXTURE.person();

    @BeforeEach
    void beginWithFullBudgets() {
        FIXTURE.clock.advance(Duration.ofHours(1));
    }

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void setAPasswordAndEndAllSessions() {
        Token session = FIXTURE.signedIn(person).token();
        Token link = make(false);
        assertThat(FIXTURE.<Optional<Person>>transact(tx -> resets.find(tx, link)))
                .contains(person);

        assertThat(use(link)).isEqualTo(new Outcome.Done(person.id()));

        assertThat(FIXTURE.presence(session)).isEmpty();
        assertThat(FIXTURE.tryPassword(person, PASSWORD, browser())).isEqualTo(new SignIn.NotAccepted());
        assertThat(FIXTURE.tryPassword(person, OTHER, browser())).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void workOnce() {
        Token link = make(false);
        use(link);

        assertThat(use(link)).isEqualTo(new Outcome.NoLink());
    }

    @Test
    void workOnceForTwoAtOnce() throws Exception {
        Token link = make(false);
        List<Callable<Outcome>> both = new ArrayList<>();
        for (People process : List.of(FIXTURE.people, FIXTURE.otherProcess())) {
            both.add(() -> process.passwordResets().use(link, OTHER, Witness.none()));
        }

        assertThat(PeopleFixture.together(both))
                .containsExactlyInAnyOrder(new Outcome.Done(person.id()), new Outcome.NoLink());
    }

    @Test
    void endAfterAnHour() {
        Token link = make(false);
        FIXTURE.clock.advance(Duration.ofHours(1));

        assertThat(use(link)).isEqualTo(new Outcome.NoLink());
    }

    @Test
    void endWhenALaterOneIsMadeOrThePersonIsKeptOut() {
        Token first = make(false);
        Token second = make(false);
        assertThat(use(first)).isEqualTo(new Outcome.NoLink());
        FIXTURE.transact(tx -> FIXTURE.people.setDisabled(tx, person.id(), true));

        assertThat(use(second)).isEqualTo(new Outcome.NoLink());
    }

    @Test
    void keepTheSecondFactorUnlessToldOtherwise() {
        FIXTURE.enrol(person);
        use(make(false));
        assertThat(FIXTURE.tryPassword(person, OTHER, browser())).isInstanceOf(SignIn.FactorOutstanding.class);

        use(make(true));

        assertThat(FIXTURE.factors(person)).isEmpty();
        assertThat(FIXTURE.tryPassword(person, OTHER, browser())).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void endAStepThatWasBegunWithTheOldPassword() {
        PeopleFixture.App app = FIXTURE.enrol(person);
        Token step = FIXTURE.step(person);
        use(make(false));

        assertThat(FIXTURE.people.signIns().byTotp(step, app.code(FIXTURE.clock), browser(), Witness.none()))
                .isEqualTo(new SecondStep.Over());
    }

    @Test
    void outliveAPasswordThatIsNotTaken() {
        Token link = make(false);

        assertThat(resets.use(link, new Password("password123"), Witness.none()))
                .isEqualTo(new Outcome.Unfit(PasswordProblem.COMMON));
        assertThat(use(link)).isEqualTo(new Outcome.Done(person.id()));
    }

    private Token make(boolean removesFactors) {
        return FIXTURE.transact(tx -> resets.make(tx, person.id(), removesFactors));
    }

    private Outcome use(Token link) {
        return resets.use(link, OTHER, Witness.none());
    }
}
