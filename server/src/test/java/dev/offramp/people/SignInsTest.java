package dev.offramp.people;

import static dev.offramp.people.PeopleFixture.OTHER;
import static dev.offramp.people.PeopleFixture.PASSWORD;
import static dev.offramp.people.PeopleFixture.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.people.PeopleFixture.App;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInsTest {

    private static final PeopleFixture FIXTURE = new PeopleFixture();

    private final People people = FIXTURE.people;
    private final SignIns signIns = people.signIns();
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
    void signsInByPasswordWhereNoFactorIsEnrolled() {
        SignIn.SignedIn done = FIXTURE.signedIn(person);

        Presence presence = FIXTURE.presence(done.token()).orElseThrow();
        assertThat(presence.person()).isEqualTo(person);
        assertThat(presence.session()).isEqualTo(done.session());
        assertThat(presence.session().isFresh(FIXTURE.clock.instant())).isTrue();
        assertThat(presence.session().address()).isEqualTo("203.0.113.7");
    }

    @Test
    void readsTheAddressInAnyCase() {
        String shouted = " " + person.email().text().toUpperCase(Locale.ROOT) + " ";

        assertThat(signIns.byPassword(shouted, PASSWORD, browser(), Witness.none()))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void answersAllThatIsWrongAlikeAfterTheSameWork() {
        Person disabled = FIXTURE.person();
        FIXTURE.transact(tx -> people.setDisabled(tx, disabled.id(), true));
        record Work(SignIn answer, int hashes, int commits) {}
        List<Work> all = new ArrayList<>();
        for (String address :
                List.of(person.email().text(), disabled.email().text(), "nobody@example.com", "no address", "")) {
            int hashes = FIXTURE.hashes.get();
            int commits = FIXTURE.commits.get();
            SignIn answer = signIns.byPassword(address, OTHER, browser("198.51.100.9"), Witness.none());
            all.add(new Work(answer, FIXTURE.hashes.get() - hashes, FIXTURE.commits.get() - commits));
        }

        assertThat(all).containsOnly(new Work(new SignIn.NotAccepted(), 1, 2));
        assertThat(FIXTURE.tryPassword(disabled, PASSWORD, browser("198.51.100.9")))
                .isEqualTo(new SignIn.NotAccepted());
    }

    @Test
    void asksForTheFactorWhereOneIsEnrolled() {
        FIXTURE.enrol(person);

        SignIn.FactorOutstanding outstanding =
                (SignIn.FactorOutstanding) FIXTURE.tryPassword(person, PASSWORD, browser());

        assertThat(outstanding.factors()).containsExactlyInAnyOrder(Factor.TOTP, Factor.RECOVERY_CODE);
        assertThat(FIXTURE.presence(outstanding.step())).isEmpty();
        assertThat(signIns.outstanding(outstanding.step())).contains(outstanding);
    }

    @Test
    void signsInByACodeOfTheApp() {
        App app = FIXTURE.enrol(person);
        Token step = FIXTURE.step(person);

        SignIn.SignedIn done =
                (SignIn.SignedIn) signIns.byTotp(step, app.code(FIXTURE.clock), browser(), Witness.none());

        assertThat(FIXTURE.presence(done.token()).orElseThrow().person().id()).isEqualTo(person.id());
        assertThat(done.token()).isNotEqualTo(step);
        assertThat(signIns.byTotp(step, app.code(FIXTURE.clock), browser(), Witness.none()))
                .isEqualTo(new SecondStep.Over());
    }

    @Test
    void takesACodeOfTheAppOnce() {
        App app = FIXTURE.enrol(person);
        String code = app.code(FIXTURE.clock);
        signIns.byTotp(FIXTURE.step(person), code, browser(), Witness.none());

        assertThat(signIns.byTotp(FIXTURE.step(person), code, browser(), Witness.none()))
                .isEqualTo(new SignIn.NotAccepted());
    }

    @Test
    void takesNoCodeOlderThanOneThatWasUsed() {
        App app = FIXTURE.enrol(person);
        String older = app.code(FIXTURE.clock);
        FIXTURE.clock.advance(Duration.ofSeconds(30));
        signIns.byTotp(FIXTURE.step(person), app.code(FIXTURE.clock), browser(), Witness.none());

        assertThat(signIns.byTotp(FIXTURE.step(person), older, browser(), Witness.none()))
                .isEqualTo(new SignIn.NotAccepted());
    }

    @Test
    void givesOneSuccessToTwoWhoUseOneCodeAtOnce() throws Exception {
        App app = FIXTURE.enrol(person);
        String code = app.code(FIXTURE.clock);
        People other = FIXTURE.otherProcess();
        List<Callable<SecondStep>> both = new ArrayList<>();
        for (People process : List.of(people, other)) {
            Token step = FIXTURE.step(person);
            both.add(() -> process.signIns().byTotp(step, code, browser(), Witness.none()));
        }

        assertThat(PeopleFixture.together(both))
                .hasSize(2)
                .filteredOn(SignIn.SignedIn.class::isInstance)
                .hasSize(1);
    }

    @Test
    void givesOneSuccessToTwoWhoUseOneRecoveryCodeAtOnce() throws Exception {
        App app = FIXTURE.enrol(person);
        String code = app.recoveryCodes().getFirst().text();
        People other = FIXTURE.otherProcess();
        List<Callable<SecondStep>> both = new ArrayList<>();
        for (People process : List.of(people, other)) {
            Token step = FIXTURE.step(person);
            both.add(() -> process.signIns().byRecoveryCode(step, code, browser(), Witness.none()));
        }

        assertThat(PeopleFixture.together(both))
                .hasSize(2)
                .filteredOn(SignIn.SignedIn.class::isInstance)
                .hasSize(1);
    }

    @Test
    void takesEachRecoveryCodeOnceHoweverItIsTyped() {
        App app = FIXTURE.enrol(person);
        assertThat(app.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        String code = app.recoveryCodes().get(3).text();
        String typed = " " + code.replace("-", " ").toLowerCase(Locale.ROOT);

        assertThat(signIns.byRecoveryCode(FIXTURE.step(person), typed, browser(), Witness.none()))
                .isInstanceOf(SignIn.SignedIn.class);
        assertThat(signIns.byRecoveryCode(FIXTURE.step(person), code, browser(), Witness.none()))
                .isEqualTo(new SignIn.NotAccepted());
        assertThat(FIXTURE.<Integer>transact(tx -> people.secondFactors().recoveryCodesLeft(tx, person.id())))
                .isEqualTo(9);
    }

    @Test
    void takesNobodyElsesRecoveryCode() {
        FIXTURE.enrol(person);
        App others = FIXTURE.enrol(FIXTURE.person());

        assertThat(signIns.byRecoveryCode(
                        FIXTURE.step(person), others.recoveryCodes().getFirst().text(), browser(), Witness.none()))
                .isEqualTo(new SignIn.NotAccepted());
    }

    @Test
    void endsAStepAfterFiveWrongCodes() {
        App app = FIXTURE.enrol(person);
        Token step = FIXTURE.step(person);
        for (int i = 0; i < 5; i++) {
            assertThat(signIns.byTotp(step, "00000x", browser(), Witness.none()))
                    .isEqualTo(new SignIn.NotAccepted());
        }

        assertThat(signIns.byTotp(step, app.code(FIXTURE.clock), browser(), Witness.none()))
                .isEqualTo(new SecondStep.Over());
        assertThat(signIns.outstanding(step)).isEmpty();
    }

    @Test
    void endsAStepAfterTenMinutes() {
        App app = FIXTURE.enrol(person);
        Token late = FIXTURE.step(person);
        FIXTURE.clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        Token inTime = FIXTURE.step(person);

        assertThat(signIns.outstanding(late)).isPresent();
        FIXTURE.clock.advance(Duration.ofSeconds(1));
        assertThat(signIns.byTotp(late, app.code(FIXTURE.clock), browser(), Witness.none()))
                .isEqualTo(new SecondStep.Over());
        assertThat(signIns.byTotp(inTime, app.code(FIXTURE.clock), browser(), Witness.none()))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void endsAStepWhenThePasswordIsChangedOrThePersonKeptOut() {
        App app = FIXTURE.enrol(person);
        Token step = FIXTURE.step(person);
        FIXTURE.transact(tx -> people.setDisabled(tx, person.id(), true));
        FIXTURE.transact(tx -> people.setDisabled(tx, person.id(), false));

        assertThat(signIns.byTotp(step, app.code(FIXTURE.clock), browser(), Witness.none()))
                .isEqualTo(new SecondStep.Over());
    }

    @Test
    void confirmsASessionUnderANewToken() {
        SignIn.SignedIn done = FIXTURE.signedIn(person);
        FIXTURE.clock.advance(Duration.ofMinutes(10));
        assertThat(FIXTURE.presence(done.token()).orElseThrow().session().isFresh(FIXTURE.clock.instant()))
                .isFalse();

        SignIn.Confirmed confirmed =
                (SignIn.Confirmed) signIns.confirmByPassword(done.session(), PASSWORD, browser(), Witness.none());

        assertThat(FIXTURE.presence(done.token())).isEmpty();
        Session now = FIXTURE.presence(confirmed.token()).orElseThrow().session();
        assertThat(now.id()).isEqualTo(done.session().id());
        assertThat(now.isFresh(FIXTURE.clock.instant())).isTrue();
        assertThat(now.freshUntil()).isEqualTo(FIXTURE.clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void confirmsWithTheFactorTooWhereOneIsEnrolled() {
        SignIn.SignedIn done = FIXTURE.signedIn(person);
        App app = FIXTURE.enrol(done.session());
        FIXTURE.clock.advance(Duration.ofMinutes(11));

        SignIn.FactorOutstanding outstanding = (SignIn.FactorOutstanding)
                signIns.confirmByPassword(done.session(), PASSWORD, browser(), Witness.none());
        assertThat(FIXTURE.presence(app.token()).orElseThrow().session().isFresh(FIXTURE.clock.instant()))
                .isFalse();
        SignIn.Confirmed confirmed = (SignIn.Confirmed)
                signIns.byTotp(outstanding.step(), app.code(FIXTURE.clock), browser(), Witness.none());

        assertThat(confirmed.session().id()).isEqualTo(done.session().id());
        assertThat(FIXTURE.presence(app.token())).isEmpty();
    }

    @Test
    void confirmsNoSessionThatIsOver() {
        SignIn.SignedIn done = FIXTURE.signedIn(person);
        FIXTURE.transact(
                tx -> people.sessions().revoke(tx, person.id(), done.session().id()));

        assertThat(signIns.confirmByPassword(done.session(), PASSWORD, browser(), Witness.none()))
                .isEqualTo(new SignIn.NotAccepted());
    }

    @Test
    void tellsAWitnessInTheSameTransaction() {
        List<SignInTrace> heard = new ArrayList<>();
        SignIn.SignedIn done = (SignIn.SignedIn)
                signIns.byPassword(person.email().text(), PASSWORD, browser(), (tx, trace) -> heard.add(trace));
        assertThat(heard).containsExactly(new SignInTrace.Opened(done.session(), SignInTrace.Means.PASSWORD, false));

        int before =
                FIXTURE.transact(tx -> people.sessions().list(tx, person.id())).size();
        assertThatThrownBy(() -> signIns.byPassword(person.email().text(), PASSWORD, browser(), (tx, outcome) -> {
                    throw new IllegalStateException("no trail");
                }))
                .hasMessage("no trail");
        assertThat(FIXTURE.<List<Session>>transact(tx -> people.sessions().list(tx, person.id())))
                .hasSize(before);
    }

    @Test
    void keepsNoTokenThatCouldBeUsed() {
        FIXTURE.enrol(person);
        Token step = FIXTURE.step(person);
        SignIn.SignedIn done = FIXTURE.signedIn(FIXTURE.person());

        String rows = FIXTURE.transact(tx -> tx.sql()
                .createQuery("SELECT string_agg(t::text, ' ') FROM (SELECT to_json(s)::text AS t FROM session s"
                        + " UNION ALL SELECT to_json(s)::text FROM sign_in_step s"
                        + " UNION ALL SELECT to_json(d)::text FROM device d"
                        + " UNION ALL SELECT to_json(p)::text FROM person p) t")
                .mapTo(String.class)
                .one());

        assertThat(rows)
                .contains(person.id().toString())
                .doesNotContain(step.text(), done.token().text(), done.device().text(), PASSWORD.text());
        assertThat(done.toString() + step + PASSWORD)
                .doesNotContain(done.token().text(), done.device().text(), step.text(), PASSWORD.text());
    }
}
