package dev.offramp.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.jobs.Jobs;
import dev.offramp.mail.LetterRecord.State;
import dev.offramp.mail.MailServer.Answer;
import dev.offramp.secrets.TestServerKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final ManualClock clock = new ManualClock();
    private final ScriptedMailServer server = new ScriptedMailServer();
    private TestDatabase test;
    private Mail mail;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        mail = mail(Optional.of(server));
    }

    @AfterEach
    void close() {
        test.close();
    }

    private Mail mail(Optional<MailServer> by) {
        Jobs jobs = Jobs.create(test.database(), clock);
        return Mail.create(
                test.database(), TestServerKey.create(), new ObjectIds(clock, new Random(7)), clock, jobs, by);
    }

    private Letter letter(String to) {
        return new Letter(
                "test", to, "Hello", "One line\nand a link", clock.instant().plus(DAY));
    }

    private void post(Letter letter) {
        test.database().run(tx -> mail.post(tx, letter));
    }

    private List<LetterRecord> records() {
        return test.database().view(tx -> mail.last(tx, 100));
    }

    private LetterRecord record() {
        assertThat(records()).hasSize(1);
        return records().getFirst();
    }

    @Test
    void sendsALetterOnce() {
        post(letter("ann@example.com"));

        mail.sendStep().runOnce();
        clock.advance(DAY);
        mail.sendStep().runOnce();

        assertThat(server.taken()).hasSize(1);
        assertThat(server.taken().getFirst().text()).isEqualTo("One line\nand a link");
        assertThat(record().state()).isEqualTo(State.SENT);
        assertThat(record().tries()).isEqualTo(1);
        assertThat(jobs()).isZero();
    }

    @Test
    void sendsNothingOfWhatDidNotHappen() {
        assertThatThrownBy(() -> test.database().run(tx -> {
                    mail.post(tx, letter("ann@example.com"));
                    throw new IllegalStateException("after all not");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(mail.sendStep().runOnce()).isFalse();
        assertThat(server.calls()).isZero();
    }

    @Test
    void triesAgainLaterAndLongerEachTime() {
        server.answering(letter -> new Answer.Later("nobody there"));
        post(letter("ann@example.com"));

        mail.sendStep().runOnce();
        assertThat(record().trouble()).contains("nobody there");
        clock.advance(Duration.ofSeconds(59));
        mail.sendStep().runOnce();
        assertThat(server.calls()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        mail.sendStep().runOnce();
        assertThat(server.calls()).isEqualTo(2);
        clock.advance(Duration.ofMinutes(4));
        mail.sendStep().runOnce();
        assertThat(server.calls()).isEqualTo(2);

        server.answering(letter -> new Answer.Taken());
        clock.advance(Duration.ofMinutes(1));
        mail.sendStep().runOnce();

        assertThat(server.taken()).hasSize(1);
        assertThat(record().state()).isEqualTo(State.SENT);
        assertThat(record().tries()).isEqualTo(3);
    }

    @Test
    void givesUpWhatTheServerRefusesAndSaysWhy() {
        server.answering(letter ->
                letter.to().startsWith("nobody") ? new Answer.Refused("550 no such mailbox") : new Answer.Taken());
        post(letter("nobody@example.com"));
        post(letter("ann@example.com"));

        mail.sendStep().runOnce();
        clock.advance(DAY);
        mail.sendStep().runOnce();

        assertThat(server.to("ann@example.com")).hasSize(1);
        assertThat(server.calls()).isEqualTo(1);
        assertThat(records())
                .filteredOn(one -> one.to().equals("nobody@example.com"))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(State.GIVEN_UP))
                .satisfies(one -> assertThat(one.trouble()).contains("550 no such mailbox"));
        assertThat(jobs()).isZero();
    }

    @Test
    void givesUpWhatIsPastItsTimeWithoutSendingIt() {
        server.answering(letter -> new Answer.Later("nobody there"));
        post(letter("ann@example.com"));
        mail.sendStep().runOnce();
        server.answering(letter -> new Answer.Taken());

        clock.advance(DAY);
        mail.sendStep().runOnce();

        assertThat(server.taken()).isEmpty();
        assertThat(record().state()).isEqualTo(State.GIVEN_UP);
        assertThat(record().trouble()).contains("nobody there");
        assertThat(test.database().view(mail::count)).isEqualTo(new MailCount(0, 1));
    }

    @Test
    void leavesALetterToWhoeverHasItNow() {
        post(letter("ann@example.com"));
        Mail other = mail(Optional.of(new ScriptedMailServer()));
        server.during(() -> other.sendStep().runOnce());

        mail.sendStep().runOnce();

        assertThat(record().tries()).isEqualTo(1);
    }

    @Test
    void sendsAnewUnderTheSameIdWhatWasUnderWayWhenTheProcessDied() {
        post(letter("ann@example.com"));
        server.during(() -> {
            throw new IllegalStateException("dies");
        });
        assertThatThrownBy(() -> mail.sendStep().runOnce()).hasMessage("dies");
        server.during(() -> {});
        clock.advance(SendStep.LEASE);

        mail.sendStep().runOnce();

        assertThat(server.takenIds()).containsExactly(record().id());
    }

    @Test
    void postsNothingWhereThereIsNoServer() {
        Mail off = mail(Optional.empty());

        test.database().run(tx -> off.post(tx, letter("ann@example.com")));

        assertThat(off.isOn()).isFalse();
        assertThat(records()).isEmpty();
    }

    @Test
    void keepsTheTextSealedAndOnlyUntilTheLetterHasEnded() {
        post(letter("ann@example.com"));

        assertThat(text("SELECT encode(sealed, 'escape') FROM letter"))
                .isNotNull()
                .doesNotContain("link");
        mail.sendStep().runOnce();

        assertThat(text("SELECT sealed::text FROM letter")).isNull();
    }

    @Test
    void forgetsALetterAMonthAfterItEnded() {
        post(letter("ann@example.com"));
        mail.sendStep().runOnce();

        clock.advance(Duration.ofDays(30));
        mail.expireStep().runOnce();
        assertThat(records()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        mail.expireStep().runOnce();

        assertThat(records()).isEmpty();
    }

    private long jobs() {
        return test.database()
                .view(tx -> tx.sql()
                        .createQuery("SELECT count(*) FROM job")
                        .mapTo(Long.class)
                        .one());
    }

    private String text(String query) {
        return test.database()
                .view(tx -> tx.sql()
                        .createQuery(query)
                        .mapTo(String.class)
                        .findOne()
                        .orElse(null));
    }
}
