package dev.offramp.people;

import static dev.offramp.people.PeopleFixture.OTHER;
import static dev.offramp.people.PeopleFixture.PASSWORD;
import static dev.offramp.people.PeopleFixture.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.tenancy.Integration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignUpsTest {

    private static final PeopleFixture FIXTURE = new PeopleFixture();

    private static int businesses;

    private final People people = FIXTURE.people;
    private final SignUps signUps = people.signUps();
    private final Email email = FIXTURE.email();
    private final String business = "Shop " + ++businesses;

    @BeforeEach
    void beginWithFullBudgets() {
        FIXTURE.clock.advance(Duration.ofHours(1));
    }

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void makesPersonBusinessAndOwnership() {
        List<SignUp.Joined> heard = new ArrayList<>();

        SignUp answer = signUps.signUp(form(email, business), browser(), (tx, made) -> heard.add(made));

        assertThat(answer).isEqualTo(new SignUp.Received());
        Integration made = FIXTURE.tenancy.find(business).orElseThrow();
        Person person = find(email).orElseThrow();
        assertThat(heard).containsExactly(new SignUp.Joined(person.id(), made.id(), Role.OWNER));
        assertThat(FIXTURE.<Optional<Role>>transact(tx -> people.memberships().role(tx, person.id(), made.id())))
                .contains(Role.OWNER);
        assertThat(FIXTURE.tryPassword(person, PASSWORD, browser())).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void makesABusinessWithoutCredentialThatWaitsForProduction() {
        signUps.signUp(form(email, business), browser(), Witness.none());

        Integration made = FIXTURE.tenancy.find(business).orElseThrow();
        assertThat(made.isActive()).isTrue();
        assertThat(made.productionApproved()).isFalse();
        assertThat(FIXTURE.tenancy.credentials(made.id())).isEmpty();
    }

    @Test
    void answersAnAddressThatHasAnAccountLikeANewOneAfterTheSameWork() {
        Person there = FIXTURE.person();
        int hashes = FIXTURE.hashes.get();
        SignUp fresh = signUps.signUp(form(email, business), browser(), Witness.none());
        int hashesOfNew = FIXTURE.hashes.get() - hashes;

        SignUp known = signUps.signUp(
                new SignUps.Form("Eve", there.email(), OTHER, business + " of Eve"), browser(), (tx, made) -> {
                    throw new AssertionError("nothing was made");
                });

        assertThat(known).isEqualTo(fresh);
        assertThat(FIXTURE.hashes.get() - hashes - hashesOfNew)
                .isEqualTo(hashesOfNew)
                .isEqualTo(1);
        assertThat(FIXTURE.tenancy.find(business + " of Eve")).isEmpty();
        assertThat(FIXTURE.person(there.id())).isEqualTo(there);
        assertThat(FIXTURE.tryPassword(there, OTHER, browser())).isEqualTo(new SignIn.NotAccepted());
        assertThat(FIXTURE.tryPassword(there, PASSWORD, browser())).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void answersATakenBusinessNameAlikeForEveryAddress() {
        Person there = FIXTURE.person();
        signUps.signUp(form(email, business), browser(), Witness.none());

        for (Email address : List.of(FIXTURE.email(), there.email())) {
            assertThat(signUps.signUp(
                            form(address, business.toUpperCase(java.util.Locale.ROOT)), browser(), Witness.none()))
                    .isEqualTo(new SignUp.BusinessNameTaken());
            assertThat(signUps.signUp(form(address, " "), browser(), Witness.none()))
                    .isEqualTo(new SignUp.BusinessNameUnfit());
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThat(signUps.signUp(new SignUps.Form("", email, PASSWORD, business), browser(), Witness.none()))
                .isEqualTo(new SignUp.NameUnfit());
        assertThat(signUps.signUp(
                        new SignUps.Form("Ada", email, new Password("short"), business), browser(), Witness.none()))
                .isEqualTo(new SignUp.PasswordUnfit(PasswordProblem.TOO_SHORT));
        assertThat(find(email)).isEmpty();
        assertThat(FIXTURE.tenancy.find(business)).isEmpty();
    }

    @Test
    void makesNothingWhenTheWitnessCannotWrite() {
        assertThatThrownBy(() -> signUps.signUp(form(email, business), browser(), (tx, made) -> {
                    throw new IllegalStateException("no trail");
                }))
                .hasMessage("no trail");

        assertThat(find(email)).isEmpty();
        assertThat(FIXTURE.tenancy.find(business)).isEmpty();
    }

    @Test
    void takesFiveAnHourFromOneSource() {
        for (int i = 0; i < 5; i++) {
            assertThat(signUps.signUp(form(FIXTURE.email(), business + i), browser(), Witness.none()))
                    .isEqualTo(new SignUp.Received());
        }

        assertThat(signUps.signUp(form(email, business), browser(), Witness.none()))
                .isEqualTo(new SignUp.TooMany(FIXTURE.clock.instant().plus(Duration.ofHours(1))));
        assertThat(signUps.signUp(form(email, business), browser("198.51.100.4"), Witness.none()))
                .isEqualTo(new SignUp.Received());
    }

    @Test
    void isForEverybodyOnlyWhereItIsOpen() {
        for (SignUpRule rule : List.of(SignUpRule.INVITATION, SignUpRule.CLOSED)) {
            assertThat(FIXTURE.under(rule).signUps().signUp(form(email, business), browser(), Witness.none()))
                    .isEqualTo(new SignUp.NotAllowed());
        }
        assertThat(find(email)).isEmpty();
    }

    @Test
    void foundsOneMoreBusinessForSomebodySignedInOnlyWhereItIsOpen() {
        Person person = FIXTURE.person();

        SignUp made = FIXTURE.transact(tx -> signUps.found(tx, person.id(), business));

        assertThat(made)
                .isEqualTo(new SignUp.Joined(
                        person.id(),
                        FIXTURE.tenancy.find(business).orElseThrow().id(),
                        Role.OWNER));
        assertThat(FIXTURE.<SignUp>transact(tx ->
                        FIXTURE.under(SignUpRule.INVITATION).signUps().found(tx, person.id(), "Another " + business)))
                .isEqualTo(new SignUp.NotAllowed());
    }

    @Test
    void keepsRulesByTheirWords() {
        assertThat(SignUpRule.values())
                .allSatisfy(rule -> assertThat(SignUpRule.parse(rule.code())).contains(rule));
        assertThat(SignUpRule.parse("Open")).contains(SignUpRule.OPEN);
        assertThat(SignUpRule.parse("yes")).isEmpty();
    }

    private Optional<Person> find(Email address) {
        return FIXTURE.transact(tx -> people.find(tx, address));
    }

    private static SignUps.Form form(Email email, String business) {
        return new SignUps.Form("Ada", email, PASSWORD, business);
    }
}
