package dev.offramp.people;

import static dev.offramp.people.PeopleFixture.browser;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final PeopleFixture FIXTURE = new PeopleFixture();

    private final People people = FIXTURE.people;
    private final Sessions sessions = people.sessions();
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
    void areNoneForATokenNobodyHas() {
        assertThat(sessions.find(new Token(""))).isEmpty();
        assertThat(sessions.find(new Token("x".repeat(43)))).isEmpty();
    }

    @Test
    void haveANewTokenAtEachSignIn() {
        Token first = FIXTURE.signedIn(person).token();
        Token second = FIXTURE.signedIn(person).token();

        assertThat(first).isNotEqualTo(second);
        assertThat(first.text()).hasSize(43);
        assertThat(list()).hasSize(2);
    }

    @Test
    void endTwelveHoursAfterTheyWereSeen() {
        Token token = FIXTURE.signedIn(person).token();
        FIXTURE.clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(sessions.find(token)).isPresent();
        FIXTURE.clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(sessions.find(token)).isPresent();

        FIXTURE.clock.advance(Duration.ofHours(12));

        assertThat(sessions.find(token)).isEmpty();
        assertThat(list()).isEmpty();
    }

    @Test
    void endAfterSevenDaysHoweverBusy() {
        Token token = FIXTURE.signedIn(person).token();
        for (int i = 0; i < 14; i++) {
            assertThat(sessions.find(token)).isPresent();
            FIXTURE.clock.advance(Duration.ofHours(11).plusMinutes(59));
        }
        assertThat(sessions.find(token)).isPresent();
        FIXTURE.clock.advance(Duration.ofMinutes(14));

        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void writeThatTheyWereSeenOnceAMinute() {
        Token token = FIXTURE.signedIn(person).token();
        Instant opened = FIXTURE.clock.instant();
        FIXTURE.clock.advance(Duration.ofSeconds(59));
        sessions.find(token);
        assertThat(list().getFirst().lastSeenAt()).isEqualTo(opened);
        FIXTURE.clock.advance(Duration.ofSeconds(1));
        sessions.find(token);

        assertThat(list().getFirst().lastSeenAt()).isEqualTo(opened.plus(Duration.ofMinutes(1)));
    }

    @Test
    void areFreshForTenMinutes() {
        Token token = FIXTURE.signedIn(person).token();
        FIXTURE.clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(isFresh(token)).isTrue();
        FIXTURE.clock.advance(Duration.ofSeconds(1));

        assertThat(isFresh(token)).isFalse();
    }

    @Test
    void areRevokedByTheirOwnerAlone() {
        SignIn.SignedIn done = FIXTURE.signedIn(person);
        Person other = FIXTURE.person();

        assertThat(revoke(other, done.session())).isFalse();
        assertThat(sessions.find(done.token())).isPresent();
        assertThat(revoke(person, done.session())).isTrue();
        assertThat(sessions.find(done.token())).isEmpty();
        assertThat(revoke(person, done.session())).isFalse();
    }

    @Test
    void areRevokedButForOne() {
        Token first = FIXTURE.signedIn(person).token();
        SignIn.SignedIn kept = FIXTURE.signedIn(person);
        Token others = FIXTURE.signedIn(FIXTURE.person()).token();

        int ended = FIXTURE.transact(tx -> sessions.revokeOthers(tx, kept.session()));

        assertThat(ended).isEqualTo(1);
        assertThat(sessions.find(first)).isEmpty();
        assertThat(sessions.find(kept.token())).isPresent();
        assertThat(sessions.find(others)).isPresent();
    }

    @Test
    void endWhenAPersonIsKeptOut() {
        Token token = FIXTURE.signedIn(person).token();
        FIXTURE.transact(tx -> people.setDisabled(tx, person.id(), true));
        FIXTURE.transact(tx -> people.setDisabled(tx, person.id(), false));

        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void endWhenSomebodyBecomesAnOperator() {
        Token token = FIXTURE.signedIn(person).token();

        assertThat(FIXTURE.<Boolean>transact(tx -> people.setOperator(tx, person.id(), true)))
                .isTrue();

        assertThat(sessions.find(token)).isEmpty();
        assertThat(FIXTURE.person(person.id()).isOperator()).isTrue();
    }

    @Test
    void showWhereFromAndWhatBySuchTextAsFits() {
        String agent = "Fire\u0000fox\n" + "x".repeat(1000);
        Browser odd = new Browser(InetAddress.ofLiteral("2001:db8::1"), agent, Optional.empty());
        FIXTURE.tryPassword(person, PeopleFixture.PASSWORD, odd);

        Session session = list().getFirst();
        assertThat(session.address()).isEqualTo("2001:db8:0:0:0:0:0:1");
        assertThat(session.userAgent()).startsWith("Firefoxxx").hasSize(400);
    }

    @Test
    void areRemovedWithAllElseThatIsOver() {
        FIXTURE.enrol(person);
        FIXTURE.step(person);
        people.passkeys().signInOptions(browser());
        FIXTURE.transact(tx -> people.passwordResets().make(tx, person.id(), false));
        assertThat(people.expireStep().runOnce()).isFalse();
        assertThat(rows("session")).isPositive();

        FIXTURE.clock.advance(Duration.ofDays(181));
        Token last = FIXTURE.signedIn(FIXTURE.person()).token();
        assertThat(people.expireStep().runOnce()).isFalse();

        assertThat(rows("session")).isEqualTo(1);
        assertThat(rows("device")).isEqualTo(1);
        assertThat(rows("sign_in_step")).isZero();
        assertThat(rows("passkey_challenge")).isZero();
        assertThat(rows("password_reset")).isZero();
        assertThat(rows("sign_in_budget")).as("those of the last sign-in").isLessThanOrEqualTo(1);
        assertThat(sessions.find(last)).isPresent();
    }

    private static long rows(String table) {
        return FIXTURE.transact(tx -> tx.sql()
                .createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }

    private boolean isFresh(Token token) {
        return sessions.find(token).orElseThrow().session().isFresh(FIXTURE.clock.instant());
    }

    private boolean revoke(Person owner, Session session) {
        return FIXTURE.transact(tx -> sessions.revoke(tx, owner.id(), session.id()));
    }

    private List<Session> list() {
        return FIXTURE.transact(tx -> sessions.list(tx, person.id()));
    }
}
