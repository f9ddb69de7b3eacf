package dev.offramp.people;

import static dev.offramp.people.PeopleFixture.OTHER;
import static dev.offramp.people.PeopleFixture.PASSWORD;
import static dev.offramp.people.PeopleFixture.browser;
import static dev.offramp.people.PeopleFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.people.PeopleFixture.App;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleTest {

    private static final String HERE = "203.0.113.7";
    private static final String NEIGHBOUR = "203.0.113.200";
    private static final String ELSEWHERE = "198.51.100.7";

    private static final PeopleFixture FIXTURE = new PeopleFixture();

    private final PeopleFixture fixture = FIXTURE;
    private final Person person = fixture.person();

    @BeforeEach
    void beginWithFullBudgets() {
        fixture.clock.advance(Duration.ofDays(1));
    }

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void closesAnAccountToASourceAfterTenTries() {
        exhaust(HERE);
        int hashes = fixture.hashes.get();

        assertThat(fixture.tryPassword(person, PASSWORD, browser(HERE)))
                .isEqualTo(new SignIn.TooMany(fixture.clock.instant().plus(Duration.ofHours(1))));
        assertThat(fixture.tryPassword(person, PASSWORD, browser(NEIGHBOUR))).isInstanceOf(SignIn.TooMany.class);
        assertThat(fixture.hashes.get()).as("nothing is looked at").isEqualTo(hashes);
    }

    @Test
    void closesItToNobodyElse() {
        exhaust(HERE);

        assertThat(fixture.tryPassword(person, PASSWORD, browser(ELSEWHERE))).isInstanceOf(SignIn.SignedIn.class);
        assertThat(fixture.tryPassword(fixture.person(), PASSWORD, browser(HERE)))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void letsAKnownDeviceInWhateverStrangersDo() {
        Token device = fixture.signedIn(person).device();
        exhaust(HERE);
        for (int i = 0; i < 101; i++) {
            fixture.people.signIns().byPassword("nobody" + i + "@example.com", OTHER, browser(HERE), Witness.none());
        }

        assertThat(fixture.tryPassword(fixture.person(), PASSWORD, browser(HERE)))
                .isInstanceOf(SignIn.TooMany.class);
        assertThat(fixture.tryPassword(person, PASSWORD, with(device, HERE))).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void givesADeviceABudgetOfItsOwn() {
        Token device = fixture.signedIn(person).device();
        for (int i = 0; i < 10; i++) {
            assertThat(fixture.tryPassword(person, OTHER, with(device, HERE))).isEqualTo(new SignIn.NotAccepted());
        }

        assertThat(fixture.tryPassword(person, PASSWORD, with(device, ELSEWHERE)))
                .isInstanceOf(SignIn.TooMany.class);
        assertThat(fixture.tryPassword(person, PASSWORD, browser(HERE))).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void knowsADeviceForItsOwnerAlone() {
        Token strangers = fixture.signedIn(fixture.person()).device();
        exhaust(HERE);

        assertThat(fixture.tryPassword(person, PASSWORD, with(strangers, HERE))).isInstanceOf(SignIn.TooMany.class);
        assertThat(fixture.tryPassword(person, PASSWORD, with(new Token("made up"), HERE)))
                .isInstanceOf(SignIn.TooMany.class);
    }

    @Test
    void replacesTheTokenOfADevice() {
        Token first = fixture.signedIn(person).device();
        SignIn.SignedIn again = (SignIn.SignedIn) fixture.tryPassword(person, PASSWORD, with(first, HERE));
        exhaust(HERE);

        assertThat(fixture.tryPassword(person, PASSWORD, with(first, HERE))).isInstanceOf(SignIn.TooMany.class);
        assertThat(fixture.tryPassword(person, PASSWORD, with(again.device(), HERE)))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void closesASourceAfterAHundredTriesOfWhomever() {
        for (int i = 0; i < 100; i++) {
            assertThat(fixture.people
                            .signIns()
                            .byPassword("nobody" + i + "@example.com", OTHER, browser(HERE), Witness.none()))
                    .isEqualTo(new SignIn.NotAccepted());
        }

        assertThat(fixture.tryPassword(person, PASSWORD, browser(NEIGHBOUR))).isInstanceOf(SignIn.TooMany.class);
        assertThat(fixture.tryPassword(person, PASSWORD, browser(ELSEWHERE))).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void countsAnUnknownAddressAsAKnownOne() {
        List<SignIn> answers = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            answers.add(
                    fixture.people.signIns().byPassword("Nobody@Example.com", OTHER, browser(HERE), Witness.none()));
        }

        assertThat(answers.subList(0, 10)).containsOnly(new SignIn.NotAccepted());
        assertThat(answers.getLast()).isInstanceOf(SignIn.TooMany.class);
    }

    @Test
    void opensAgainAfterAnHour() {
        exhaust(HERE);
        fixture.clock.advance(Duration.ofHours(1));

        assertThat(fixture.tryPassword(person, PASSWORD, browser(HERE))).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void beginsAnewAfterAFullSignIn() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 9; i++) {
                assertThat(fixture.tryPassword(person, OTHER, browser(HERE))).isEqualTo(new SignIn.NotAccepted());
            }
            assertThat(fixture.tryPassword(person, PASSWORD, browser(HERE))).isInstanceOf(SignIn.SignedIn.class);
        }
    }

    @Test
    void sharesTheBudgetAmongParallelTriesOfTwoProcesses() throws Exception {
        People other = fixture.otherProcess();
        List<Callable<SignIn>> tries = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            People process = i % 2 == 0 ? fixture.people : other;
            tries.add(() -> process.signIns().byPassword(person.email().text(), OTHER, browser(HERE), Witness.none()));
        }

        List<SignIn> answers = PeopleFixture.together(tries);

        assertThat(answers).filteredOn(new SignIn.NotAccepted()::equals).hasSize(10);
        assertThat(answers).filteredOn(SignIn.TooMany.class::isInstance).hasSize(20);
    }

    @Test
    void countsCodesOfAllSourcesTogetherButLeavesKnownDevicesTheirs() {
        App app = fixture.enrol(person);
        SignIn.SignedIn done = (SignIn.SignedIn) fixture.people
                .signIns()
                .byTotp(fixture.step(person), app.code(fixture.clock), browser(HERE), Witness.none());
        fixture.clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 50; i++) {
            Browser source = browser("198.51." + i + ".1");
            Token step = ((SignIn.FactorOutstanding) fixture.tryPassword(person, PASSWORD, source)).step();
            assertThat(fixture.people.signIns().byTotp(step, "no code", source, Witness.none()))
                    .isEqualTo(new SignIn.NotAccepted());
        }

        assertThat(byCode(app, browser("192.0.2.1"))).isInstanceOf(SignIn.TooMany.class);
        assertThat(byCode(app, with(done.device(), "192.0.2.1"))).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void doesNotForgetWrongCodesWhenThePasswordIsGivenAgain() {
        fixture.enrol(person);
        List<SecondStep> answers = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            SignIn first = fixture.tryPassword(person, PASSWORD, browser(HERE));
            if (first instanceof SignIn.FactorOutstanding outstanding) {
                answers.add(fixture.people.signIns().byTotp(outstanding.step(), "1", browser(HERE), Witness.none()));
            } else {
                assertThat(first).isInstanceOf(SignIn.TooMany.class);
            }
        }

        assertThat(answers).hasSize(10).containsOnly(new SignIn.NotAccepted());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            203.0.113.7             , 203.0.113.0/24
            ::ffff:203.0.113.7      , 203.0.113.0/24
            2001:db8:1:2:3:4:5:6    , 2001:db8:1:0:0:0:0:0/48
            """)
    void takesTheNetworkOfAnAddressForItsSource(String address, String source) {
        assertThat(Budget.source(InetAddress.ofLiteral(address))).isEqualTo(source);
    }

    private SecondStep byCode(App app, Browser browser) {
        Token step = ((SignIn.FactorOutstanding) fixture.tryPassword(person, PASSWORD, browser)).step();
        return fixture.people.signIns().byTotp(step, app.code(fixture.clock), browser, Witness.none());
    }

    private void exhaust(String address) {
        for (int i = 0; i < 10; i++) {
            assertThat(fixture.tryPassword(person, OTHER, browser(address))).isEqualTo(new SignIn.NotAccepted());
        }
    }
}
