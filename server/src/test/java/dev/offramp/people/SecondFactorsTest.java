package dev.offramp.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.people.PeopleFixture.App;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondFactorsTest {

    private static final PeopleFixture FIXTURE = new PeopleFixture();

    private final SecondFactors factors = FIXTURE.people.secondFactors();
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
    void offersAnAppItsSecretAsTextAndAsAddress() {
        TotpOffer offer = offer(FIXTURE.signedIn(person).session()).orElseThrow();

        assertThat(offer.secret()).matches("[A-Z2-7]{32}");
        assertThat(offer.uri())
                .isEqualTo("otpauth://totp/Offramp:" + person.email().text().replace("@", "%40") + "?secret="
                        + offer.secret() + "&issuer=Offramp&algorithm=SHA1&digits=6&period=30");
        assertThat(offer.toString()).doesNotContain(offer.secret());
        assertThat(FIXTURE.factors(person)).as("until a code came back").isEmpty();
    }

    @Test
    void enrolsAnAppByACodeOfItUnderANewToken() {
        SignIn.SignedIn done = FIXTURE.signedIn(person);
        Token elsewhere = FIXTURE.signedIn(person).token();

        App app = FIXTURE.enrol(done.session());

        assertThat(app.recoveryCodes())
                .hasSize(10)
                .allSatisfy(code -> assertThat(code.text()).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}"));
        assertThat(app.recoveryCodes().toString())
                .doesNotContain(app.recoveryCodes().getFirst().text());
        assertThat(FIXTURE.presence(done.token())).isEmpty();
        assertThat(FIXTURE.presence(elsewhere)).isEmpty();
        assertThat(FIXTURE.presence(app.token()).orElseThrow().person().hasSecondFactor())
                .isTrue();
        assertThat(FIXTURE.factors(person)).containsExactlyInAnyOrder(Factor.TOTP, Factor.RECOVERY_CODE);
    }

    @Test
    void usesUpTheCodeThatEnrolled() {
        App app = FIXTURE.enrol(FIXTURE.signedIn(person).session());

        assertThat(FIXTURE.people
                        .signIns()
                        .byTotp(FIXTURE.step(person), app.code(FIXTURE.clock), PeopleFixture.browser(), Witness.none()))
                .isEqualTo(new SignIn.NotAccepted());
    }

    @Test
    void enrolsNothingByAWrongCodeOrWithoutAnOffer() {
        Session session = FIXTURE.signedIn(person).session();
        assertThat(confirm(session, "000000")).isEqualTo(new FactorChange.Over());
        offer(session);

        assertThat(confirm(session, "no code")).isEqualTo(new FactorChange.NotAccepted());
        assertThat(FIXTURE.factors(person)).isEmpty();
    }

    @Test
    void keepsTheOldAppUntilTheNewOneIsConfirmed() {
        App old = FIXTURE.enrol(person);
        Session session = signedIn(old);
        TotpOffer unconfirmed = offer(session).orElseThrow();
        FIXTURE.clock.advance(Duration.ofMinutes(1));
        signedIn(old);
        FIXTURE.clock.advance(Duration.ofMinutes(1));

        App fresh = FIXTURE.enrol(session);

        assertThat(fresh.recoveryCodes()).as("there were some").isEmpty();
        assertThat(unconfirmed.secret()).isNotEqualTo(Base32.of(fresh.secret()));
        FIXTURE.clock.advance(Duration.ofMinutes(1));
        assertThat(FIXTURE.people
                        .signIns()
                        .byTotp(FIXTURE.step(person), old.code(FIXTURE.clock), PeopleFixture.browser(), Witness.none()))
                .isEqualTo(new SignIn.NotAccepted());
        signedIn(fresh);
    }

    @Test
    void removesTheAppAndWithTheLastFactorTheRecoveryCodes() {
        App app = FIXTURE.enrol(person);
        Session session = signedIn(app);

        assertThat(remove(session)).isEqualTo(new FactorChange.Removed());

        assertThat(FIXTURE.factors(person)).isEmpty();
        assertThat(remove(session)).isEqualTo(new FactorChange.Over());
        assertThat(FIXTURE.tryPassword(person, PeopleFixture.PASSWORD, PeopleFixture.browser()))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void makesNewRecoveryCodesInThePlaceOfTheOld() {
        App app = FIXTURE.enrol(person);
        Session session = signedIn(app);

        FactorChange.NewCodes codes =
                (FactorChange.NewCodes) FIXTURE.<FactorChange>transact(tx -> factors.newRecoveryCodes(tx, session));

        assertThat(codes.recoveryCodes()).hasSize(10).doesNotContainAnyElementsOf(app.recoveryCodes());
        assertThat(byRecoveryCode(app.recoveryCodes().getFirst())).isEqualTo(new SignIn.NotAccepted());
        assertThat(byRecoveryCode(codes.recoveryCodes().getFirst())).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void makesNoRecoveryCodesWhereThereIsNothingToRecover() {
        Session session = FIXTURE.signedIn(person).session();

        assertThat(FIXTURE.<FactorChange>transact(tx -> factors.newRecoveryCodes(tx, session)))
                .isEqualTo(new FactorChange.Over());
    }

    @Test
    void changesOnlyAfterAFreshSignIn() {
        App app = FIXTURE.enrol(person);
        Session stale = signedIn(app);
        offer(stale);
        FIXTURE.clock.advance(Duration.ofMinutes(10));

        assertThat(offer(stale)).isEmpty();
        assertThat(confirm(stale, "000000")).isEqualTo(new FactorChange.NotFresh());
        assertThat(remove(stale)).isEqualTo(new FactorChange.NotFresh());
        assertThat(FIXTURE.<FactorChange>transact(tx -> factors.newRecoveryCodes(tx, stale)))
                .isEqualTo(new FactorChange.NotFresh());
        assertThat(FIXTURE.factors(person)).contains(Factor.TOTP);
    }

    @Test
    void keepsSecretsSealedAndCodesHashed() {
        App app = FIXTURE.enrol(person);

        List<String> rows = FIXTURE.transact(tx -> tx.sql()
                .createQuery("SELECT encode(secret, 'hex') FROM totp UNION ALL"
                        + " SELECT encode(code_hash, 'hex') FROM recovery_code")
                .mapTo(String.class)
                .list());

        assertThat(rows)
                .hasSizeGreaterThanOrEqualTo(11)
                .noneMatch(row -> row.contains(java.util.HexFormat.of().formatHex(app.secret())));
    }

    private Session signedIn(App app) {
        SecondStep done = FIXTURE.people
                .signIns()
                .byTotp(FIXTURE.step(person), app.code(FIXTURE.clock), PeopleFixture.browser(), Witness.none());
        return ((SignIn.SignedIn) done).session();
    }

    private SecondStep byRecoveryCode(RecoveryCode code) {
        return FIXTURE.people
                .signIns()
                .byRecoveryCode(FIXTURE.step(person), code.text(), PeopleFixture.browser(), Witness.none());
    }

    private Optional<TotpOffer> offer(Session session) {
        return FIXTURE.transact(tx -> factors.offerTotp(tx, session));
    }

    private FactorChange confirm(Session session, String code) {
        return FIXTURE.transact(tx -> factors.confirmTotp(tx, session, code));
    }

    private FactorChange remove(Session session) {
        return FIXTURE.transact(tx -> factors.removeTotp(tx, session));
    }
}
