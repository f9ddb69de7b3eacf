package dev.offramp.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.mail.Letter;
import dev.offramp.mail.LetterId;
import dev.offramp.mail.MailAddress;
import dev.offramp.mail.MailServer.Addressed;
import dev.offramp.mail.MailServer.Answer;
import dev.offramp.mail.SmtpUrl;
import dev.offramp.webhooks.apache.TestCertificate;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against somebody else's SMTP server.
class SmtpMailServerTest {

    private static final LetterId ONE = new LetterId(new ObjectId("1".repeat(24)));
    private static final LetterId TWO = new LetterId(new ObjectId("2".repeat(24)));
    private static final MailAddress FROM = new MailAddress("Offramp", "no-reply@example.com");

    private final ManualClock clock = new ManualClock();

    @TempDir
    Path folder;

    private Letter letter(String to, String subject) {
        return new Letter("test", to, subject, "Zwei Zeilen\nund ein Gru\u00df\n.\n", clock.instant());
    }

    private SmtpMailServer trusting(SmtpUrl url, TestCertificate certificate, boolean demandsTls) {
        return SmtpMailServer.create(url, FROM, clock, certificate.trusting().getSocketFactory(), demandsTls);
    }

    private static Answer one(SmtpMailServer server, Letter letter) {
        return server.deliver(List.of(new Addressed(ONE, letter))).get(ONE);
    }

    @Test
    void handsOverALetterInPlainText() throws MessagingException, IOException {
        try (TestMailServer there = TestMailServer.inTheClear()) {
            SmtpMailServer server = SmtpMailServer.create(there.url(), FROM, clock);

            assertThat(server.trouble()).isEmpty();
            assertThat(one(server, letter("ann@example.com", "Gr\u00fc\u00dfe")))
                    .isEqualTo(new Answer.Taken());

            MimeMessage came = read(there.only());
            assertThat(came.getFrom()[0]).hasToString("Offramp <no-reply@example.com>");
            assertThat(came.getRecipients(Message.RecipientType.TO)[0]).hasToString("ann@example.com");
            assertThat(came.getSubject()).isEqualTo("Gr\u00fc\u00dfe");
            assertThat(came.getContentType()).isEqualTo("text/plain; charset=UTF-8");
            assertThat(came.getContent().toString().replace("\r\n", "\n"))
                    .isEqualTo("Zwei Zeilen\nund ein Gru\u00df\n.\n");
            assertThat(came.getMessageID()).isEqualTo("<" + ONE + "@example.com>");
            assertThat(came.getSentDate().toInstant()).isEqualTo(clock.instant());
            assertThat(came.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        }
    }

    @Test
    void letsNoNameBecomeAHeader() throws MessagingException {
        try (TestMailServer there = TestMailServer.inTheClear()) {
            SmtpMailServer server = SmtpMailServer.create(there.url(), FROM, clock);

            one(server, letter("ann@example.com", "Shop\r\nBcc: bob@example.com\r\n\r\nBuy this"));

            MimeMessage came = read(there.only());
            assertThat(came.getHeader("Bcc")).isNull();
            assertThat(came.getAllRecipients()).hasSize(1);
            assertThat(came.getSubject()).isEqualTo("Shop  Bcc: bob@example.com    Buy this");
        }
    }

    @Test
    void tellsARefusedRecipientFromTheOthers() {
        try (TestMailServer there = TestMailServer.inTheClear()) {
            there.refusing(550, "no such mailbox");
            SmtpMailServer server = SmtpMailServer.create(there.url(), FROM, clock);

            Map<LetterId, Answer> answers = server.deliver(List.of(
                    new Addressed(ONE, letter("nobody@example.com", "a")),
                    new Addressed(TWO, letter("ann@example.com", "b"))));

            assertThat(answers.get(ONE)).isEqualTo(new Answer.Refused(there.url() + ": 550 no such mailbox"));
            assertThat(answers.get(TWO)).isEqualTo(new Answer.Taken());
            assertThat(there.letters()).hasSize(1);
        }
    }

    @Test
    void comesBackForWhatTheServerCannotTakeNow() {
        try (TestMailServer there = TestMailServer.inTheClear()) {
            there.refusing(451, "try again in a while");
            SmtpMailServer server = SmtpMailServer.create(there.url(), FROM, clock);

            assertThat(one(server, letter("nobody@example.com", "a")))
                    .isEqualTo(new Answer.Later(there.url() + ": 451 try again in a while"));
        }
    }

    @Test
    void comesBackWhereItIsTheSenderWhoIsRefused() {
        try (TestMailServer there = TestMailServer.inTheClear()) {
            there.refusingSenders(550, "who are you");
            SmtpMailServer server = SmtpMailServer.create(there.url(), FROM, clock);

            assertThat(one(server, letter("ann@example.com", "a"))).isInstanceOf(Answer.Later.class);
        }
    }

    @Test
    void comesBackWhereNobodyIsThere() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        SmtpMailServer server =
                SmtpMailServer.create(new SmtpUrl(false, "127.0.0.1", port, Optional.empty()), FROM, clock);

        assertThat(server.trouble()).isPresent();
        assertThat(one(server, letter("ann@example.com", "a"))).isInstanceOf(Answer.Later.class);
    }

    @Test
    void sendsNothingInTheClearWhereTlsIsDemanded() {
        try (TestMailServer there = TestMailServer.inTheClear()) {
            TestCertificate any = TestCertificate.make(folder, "ip:127.0.0.1");

            Answer answer = one(trusting(there.url(), any, true), letter("ann@example.com", "a"));

            assertThat(answer).isInstanceOf(Answer.Later.class);
            assertThat(there.letters()).isEmpty();
        }
    }

    @Test
    void changesOverToTlsAndSignsInThere() {
        TestCertificate certificate = TestCertificate.make(folder, "ip:127.0.0.1");
        try (TestMailServer there = TestMailServer.withStartTls(certificate)) {
            SmtpMailServer server = trusting(there.urlFor("ann", "secret"), certificate, true);

            assertThat(one(server, letter("ann@example.com", "a"))).isEqualTo(new Answer.Taken());
            assertThat(there.letters()).hasSize(1);
            assertThat(there.cameByTls()).isTrue();
        }
    }

    @Test
    void comesBackWhereThePasswordIsWrongAndDoesNotRepeatIt() {
        TestCertificate certificate = TestCertificate.make(folder, "ip:127.0.0.1");
        try (TestMailServer there = TestMailServer.withStartTls(certificate)) {
            SmtpMailServer server = trusting(there.urlFor("ann", "wrong-password"), certificate, true);

            assertThat(one(server, letter("ann@example.com", "a")))
                    .isEqualTo(new Answer.Later(there.urlFor("ann", "") + " does not accept user and password"));
            assertThat(there.letters()).isEmpty();
        }
    }

    @Test
    void trustsNobodyElsesCertificate() throws Exception {
        TestCertificate otherName = TestCertificate.make(folder, "dns:mail.example.com");
        try (TestMailServer there = TestMailServer.withStartTls(otherName)) {
            SSLContext usual = SSLContext.getDefault();

            assertThat(one(
                            SmtpMailServer.create(there.url(), FROM, clock, usual.getSocketFactory(), true),
                            letter("ann@example.com", "a")))
                    .isInstanceOf(Answer.Later.class);
            assertThat(one(trusting(there.url(), otherName, true), letter("ann@example.com", "a")))
                    .isInstanceOf(Answer.Later.class);
            assertThat(there.letters()).isEmpty();
        }
    }

    private static MimeMessage read(String message) throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
