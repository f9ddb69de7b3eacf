package dev.offramp.people;

import static dev.offramp.people.PeopleFixture.PASSWORD;
import static dev.offramp.people.PeopleFixture.browser;
import static dev.offramp.people.PeopleFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PasskeysTest {

    private static final PeopleFixture FIXTURE = new PeopleFixture();
    private static final String HOST = "pay.example.com";

    private static int seeds;

    private final People people = FIXTURE.people;
    private final Passkeys passkeys = people.passkeys();
    private final SignIns signIns = people.signIns();
    private final Person person = FIXTURE.person();
    private final SoftwareAuthenticator authenticator =
            new SoftwareAuthenticator(PeopleFixture.PUBLIC_URL, HOST, ++seeds);

    @BeforeEach
    void beginWithFullBudgets() {
        FIXTURE.clock.advance(Duration.ofHours(1));
    }

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void enrolsAPasskeyAndRecoveryCodesUnderANewToken() {
        SignIn.SignedIn done = FIXTURE.signedIn(person);
        Token elsewhere = FIXTURE.signedIn(person).token();

        FactorChange.Enrolled enrolled = enrol(done.session());

        assertThat(enrolled.recoveryCodes()).hasSize(10);
        assertThat(FIXTURE.presence(done.token())).isEmpty();
        assertThat(FIXTURE.presence(elsewhere)).isEmpty();
        Person now = FIXTURE.presence(enrolled.token()).orElseThrow().person();
        assertThat(now.hasSecondFactor()).isTrue();
        assertThat(list()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Phone");
            assertThat(one.isSynced()).isTrue();
            assertThat(one.lastUsedAt()).isEmpty();
        });
    }

    @Test
    void offersWhatBrowsersAskFor() {
        Session session = FIXTURE.signedIn(person).session();
        enrol(session);

        JsonNode create = json(FIXTURE.transact(tx -> passkeys.enrolOptions(tx, session)));
        JsonNode get = json(passkeys.signInOptions(browser()));

        assertThat(create.at("/rp/id").asString()).isEqualTo(HOST);
        assertThat(create.at("/user/name").asString()).isEqualTo(person.email().text());
        assertThat(create.at("/attestation").asString()).isEqualTo("none");
        assertThat(create.at("/excludeCredentials")).hasSize(1);
        assertThat(create.at("/pubKeyCredParams/0/alg").asInt()).isEqualTo(-7);
        assertThat(get.at("/rpId").asString()).isEqualTo(HOST);
        assertThat(get.at("/allowCredentials")).isEmpty();
        assertThat(get.at("/userVerification").asString()).isEqualTo("required");
        assertThat(get.at("/challenge").asString())
                .hasSize(43)
                .isNotEqualTo(create.at("/challenge").asString());
    }

    @Test
    void signsInWithAPasskeyAlone() {
        enrol(FIXTURE.signedIn(person).session());

        SignIn.SignedIn done = (SignIn.SignedIn) alone();

        assertThat(FIXTURE.presence(done.token()).orElseThrow().person().id()).isEqualTo(person.id());
        assertThat(done.session().isFresh(FIXTURE.clock.instant())).isTrue();
        assertThat(list().getFirst().lastUsedAt()).contains(FIXTURE.clock.instant());
    }

    @Test
    void wantsAVerifiedUserWhereThePasskeyIsAll() {
        enrol(FIXTURE.signedIn(person).session());
        authenticator.verifiesUser = false;

        assertThat(alone()).isEqualTo(new SignIn.NotAccepted());
    }

    @Test
    void takesAPresentUserAsSecondStep() {
        enrol(FIXTURE.signedIn(person).session());
        authenticator.verifiesUser = false;
        Token step = FIXTURE.step(person);
        String options = offered(passkeys.stepOptions(step));
        assertThat(JsonMapper.shared().readTree(options).at("/allowCredentials"))
                .hasSize(1);

        assertThat(signIns.byPasskey(step, authenticator.sign(options), browser(), Witness.none()))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void takesNobodyElsesPasskeyAsSecondStep() {
        enrol(FIXTURE.signedIn(person).session());
        Person other = FIXTURE.person();
        SoftwareAuthenticator others = new SoftwareAuthenticator(PeopleFixture.PUBLIC_URL, HOST, ++seeds);
        enrol(FIXTURE.signedIn(other).session(), others);
        Token step = FIXTURE.step(person);

        String answer = others.sign(offered(passkeys.stepOptions(step)));

        assertThat(signIns.byPasskey(step, answer, browser(), Witness.none())).isEqualTo(new SignIn.NotAccepted());
    }

    @Test
    void confirmsASessionByPasskey() {
        FactorChange.Enrolled enrolled = enrol(FIXTURE.signedIn(person).session());
        FIXTURE.clock.advance(Duration.ofMinutes(11));
        Session session = FIXTURE.presence(enrolled.token()).orElseThrow().session();

        String answer = authenticator.sign(offered(passkeys.confirmOptions(session)));
        SignIn.Confirmed confirmed =
                (SignIn.Confirmed) signIns.confirmByPasskey(session, answer, browser(), Witness.none());

        assertThat(confirmed.session().id()).isEqualTo(session.id());
        assertThat(confirmed.session().isFresh(FIXTURE.clock.instant())).isTrue();
        assertThat(FIXTURE.presence(enrolled.token())).isEmpty();
    }

    @Test
    void takesAnAnswerOnce() {
        enrol(FIXTURE.signedIn(person).session());
        String answer = authenticator.sign(offered(passkeys.signInOptions(browser())));

        assertThat(signIns.byPasskeyAlone(answer, browser(), Witness.none())).isInstanceOf(SignIn.SignedIn.class);
        assertThat(signIns.byPasskeyAlone(answer, browser(), Witness.none())).isEqualTo(new SecondStep.Over());
    }

    @Test
    void givesOneSuccessToTwoWhoSendOneAnswerAtOnce() throws Exception {
        enrol(FIXTURE.signedIn(person).session());
        String answer = authenticator.sign(offered(passkeys.signInOptions(browser())));
        People other = FIXTURE.otherProcess();
        List<Callable<SecondStep>> both = new ArrayList<>();
        for (People process : List.of(people, other)) {
            both.add(() -> process.signIns().byPasskeyAlone(answer, browser(), Witness.none()));
        }

        assertThat(PeopleFixture.together(both))
                .filteredOn(SignIn.SignedIn.class::isInstance)
                .hasSize(1);
    }

    @Test
    void takesNoAnswerToAChallengeForSomethingElse() {
        FactorChange.Enrolled enrolled = enrol(FIXTURE.signedIn(person).session());
        Session session = FIXTURE.presence(enrolled.token()).orElseThrow().session();
        Token step = FIXTURE.step(person);

        String forStep = authenticator.sign(offered(passkeys.stepOptions(step)));
        assertThat(signIns.byPasskeyAlone(forStep, browser(), Witness.none())).isEqualTo(new SecondStep.Over());
        String forSignIn = authenticator.sign(offered(passkeys.signInOptions(browser())));
        assertThat(signIns.confirmByPasskey(session, forSignIn, browser(), Witness.none()))
                .isEqualTo(new SecondStep.Over());
        String forAnotherStep = authenticator.sign(offered(passkeys.stepOptions(FIXTURE.step(person))));
        assertThat(signIns.byPasskey(step, forAnotherStep, browser(), Witness.none()))
                .isEqualTo(new SignIn.NotAccepted());
    }

    @Test
    void forgetsAChallengeAfterFiveMinutes() {
        enrol(FIXTURE.signedIn(person).session());
        String answer = authenticator.sign(offered(passkeys.signInOptions(browser())));
        FIXTURE.clock.advance(Duration.ofMinutes(5));

        assertThat(signIns.byPasskeyAlone(answer, browser(), Witness.none())).isEqualTo(new SecondStep.Over());
    }

    @Test
    void refusesACopyOfAKeyWhichCountsAnew() {
        enrol(FIXTURE.signedIn(person).session());
        authenticator.signatures = 41;
        assertThat(alone()).isInstanceOf(SignIn.SignedIn.class);

        authenticator.signatures = 40;

        assertThat(alone()).isEqualTo(new SignIn.NotAccepted());
    }

    @Test
    void refusesWhatWasSignedForAnotherSite() {
        enrol(FIXTURE.signedIn(person).session());

        authenticator.origin = "https://pay.example.com.evil.test";
        assertThat(alone()).isEqualTo(new SignIn.NotAccepted());
        authenticator.origin = PeopleFixture.PUBLIC_URL;
        authenticator.host = "evil.test";
        assertThat(alone()).isEqualTo(new SignIn.NotAccepted());
        authenticator.host = HOST;
        authenticator.signsWithOwnKey = false;
        assertThat(alone()).isEqualTo(new SignIn.NotAccepted());
        authenticator.signsWithOwnKey = true;
        assertThat(alone()).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void refusesAnUnknownKeyAndAPersonWhoIsKeptOut() {
        enrol(FIXTURE.signedIn(person).session());
        SoftwareAuthenticator stranger = new SoftwareAuthenticator(PeopleFixture.PUBLIC_URL, HOST, ++seeds);
        String answer = stranger.sign(offered(passkeys.signInOptions(browser())));
        assertThat(signIns.byPasskeyAlone(answer, browser(), Witness.none())).isEqualTo(new SignIn.NotAccepted());

        FIXTURE.transact(tx -> people.setDisabled(tx, person.id(), true));

        assertThat(alone()).isEqualTo(new SignIn.NotAccepted());
    }

    @Test
    void enrolsAKeyOnceWhosesoeverItIs() {
        enrol(FIXTURE.signedIn(person).session());
        Session other = FIXTURE.signedIn(FIXTURE.person()).session();
        String answer = authenticator.create(offered(FIXTURE.transact(tx -> passkeys.enrolOptions(tx, other))));

        assertThat(FIXTURE.<FactorChange>transact(tx -> passkeys.enrol(tx, other, "Stolen", answer)))
                .isEqualTo(new FactorChange.NotAccepted());
    }

    @Test
    void changesFactorsOnlyAfterAFreshSignIn() {
        FactorChange.Enrolled enrolled = enrol(FIXTURE.signedIn(person).session());
        FIXTURE.clock.advance(Duration.ofMinutes(10));
        Session stale = FIXTURE.presence(enrolled.token()).orElseThrow().session();
        PasskeyId id = list().getFirst().id();

        assertThat(FIXTURE.<PasskeyOptions>transact(tx -> passkeys.enrolOptions(tx, stale)))
                .isEqualTo(new PasskeyOptions.Over());
        assertThat(FIXTURE.<FactorChange>transact(tx -> passkeys.enrol(tx, stale, "x", "{}")))
                .isEqualTo(new FactorChange.NotFresh());
        assertThat(FIXTURE.<FactorChange>transact(tx -> passkeys.remove(tx, stale, id)))
                .isEqualTo(new FactorChange.NotFresh());
        assertThat(list()).hasSize(1);
    }

    @Test
    void removesAPasskeyAndWithTheLastFactorTheRecoveryCodes() {
        FactorChange.Enrolled enrolled = enrol(FIXTURE.signedIn(person).session());
        Session session = FIXTURE.presence(enrolled.token()).orElseThrow().session();
        PasskeyId id = list().getFirst().id();
        Session others = FIXTURE.signedIn(FIXTURE.person()).session();
        assertThat(FIXTURE.<FactorChange>transact(tx -> passkeys.remove(tx, others, id)))
                .isEqualTo(new FactorChange.Over());

        assertThat(FIXTURE.<FactorChange>transact(tx -> passkeys.remove(tx, session, id)))
                .isEqualTo(new FactorChange.Removed());

        assertThat(list()).isEmpty();
        assertThat(FIXTURE.factors(person)).isEmpty();
        assertThat(alone()).isEqualTo(new SignIn.NotAccepted());
        assertThat(FIXTURE.tryPassword(person, PASSWORD, browser())).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void worksOnTheMachineItself() {
        People local = FIXTURE.at("http://localhost:8080");
        SoftwareAuthenticator here = new SoftwareAuthenticator("http://localhost:8080", "localhost", ++seeds);
        Session session = FIXTURE.signedIn(person).session();
        String made =
                here.create(offered(FIXTURE.transact(tx -> local.passkeys().enrolOptions(tx, session))));
        FIXTURE.transact(tx -> local.passkeys().enrol(tx, session, "Here", made));

        String answer = here.sign(offered(local.passkeys().signInOptions(browser())));

        assertThat(local.signIns().byPasskeyAlone(answer, browser(), Witness.none()))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void isRenamedByItsOwnerAlone() {
        enrol(FIXTURE.signedIn(person).session());
        PasskeyId id = list().getFirst().id();
        Person other = FIXTURE.person();

        assertThat(FIXTURE.<Boolean>transact(tx -> passkeys.rename(tx, other.id(), id, "Mine")))
                .isFalse();
        assertThat(FIXTURE.<Boolean>transact(tx -> passkeys.rename(tx, person.id(), id, " ")))
                .isFalse();
        assertThat(FIXTURE.<Boolean>transact(tx -> passkeys.rename(tx, person.id(), id, "Key ring")))
                .isTrue();
        assertThat(list().getFirst().name()).isEqualTo("Key ring");
    }

    @Test
    void givesChallengesToAKnownDeviceThoughItsNeighboursUsedTheirsUp() {
        Token device = FIXTURE.signedIn(person).device();
        for (int i = 0; i < 300; i++) {
            assertThat(passkeys.signInOptions(browser())).isInstanceOf(PasskeyOptions.Offered.class);
        }

        assertThat(passkeys.signInOptions(browser())).isInstanceOf(PasskeyOptions.TooMany.class);
        assertThat(passkeys.signInOptions(with(device, "203.0.113.7"))).isInstanceOf(PasskeyOptions.Offered.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "no json",
                "{\"id\":1}",
                "{\"response\":{}}",
                "{\"rawId\":\"AA\",\"id\":\"AA\","
                        + "\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\",\"signature\":\"AA\","
                        + "\"attestationObject\":\"AA\"}}"
            })
    void refusesWhatIsNoAnswer(String text) {
        Session session = FIXTURE.signedIn(person).session();

        assertThat(signIns.byPasskeyAlone(text, browser(), Witness.none())).isEqualTo(new SignIn.NotAccepted());
        assertThat(FIXTURE.<FactorChange>transact(tx -> passkeys.enrol(tx, session, "x", text)))
                .isEqualTo(new FactorChange.NotAccepted());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://Pay.example.com       | pay.example.com | https://pay.example.com
            https://pay.example.com:8443/ | pay.example.com | https://pay.example.com:8443
            http://localhost:8080         | localhost       | http://localhost:8080
            http://demo.localhost:8080    | demo.localhost  | http://demo.localhost:8080
            """, delimiter = '|')
    void belongsToTheHostOfThePublicUrl(String url, String host, String origin) {
        assertThat(PasskeySite.of(url)).isEqualTo(new PasskeySite.Available(host, origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8080", "https://203.0.113.7", "https://[::1]:8443", "http://pay.example.com"})
    void isUnavailableWhereBrowsersAllowNone(String url) {
        assertThat(PasskeySite.of(url)).isInstanceOf(PasskeySite.Unavailable.class);
        People none = FIXTURE.at(url);

        assertThat(none.passkeys().signInOptions(browser())).isInstanceOf(PasskeyOptions.Unavailable.class);
        assertThat(none.signIns().byPasskeyAlone("{}", browser(), Witness.none()))
                .isEqualTo(new SignIn.NotAccepted());
    }

    private FactorChange.Enrolled enrol(Session session) {
        return enrol(session, authenticator);
    }

    private FactorChange.Enrolled enrol(Session session, SoftwareAuthenticator with) {
        String answer = with.create(offered(FIXTURE.transact(tx -> passkeys.enrolOptions(tx, session))));
        return (FactorChange.Enrolled)
                FIXTURE.<FactorChange>transact(tx -> passkeys.enrol(tx, session, "Phone", answer));
    }

    private SecondStep alone() {
        String answer = authenticator.sign(offered(passkeys.signInOptions(browser())));
        return signIns.byPasskeyAlone(answer, browser(), Witness.none());
    }

    private List<Passkey> list() {
        return FIXTURE.transact(tx -> passkeys.list(tx, person.id()));
    }

    private static String offered(PasskeyOptions options) {
        return ((PasskeyOptions.Offered) options).json();
    }

    private static JsonNode json(PasskeyOptions options) {
        return JsonMapper.shared().readTree(offered(options));
    }
}
