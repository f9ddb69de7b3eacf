package dev.offramp.acceptance.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Program;
import dev.offramp.mail.smtp.TestMailServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program and somebody else's mail server.
class LettersTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    @Test
    void mailAnInvitationThatACommandMade() {
        try (TestMailServer mail = TestMailServer.inTheClear();
                Program program = Program.on(data)
                        .with("OFFRAMP_SMTP_URL", mail.url().toString())
                        .with("OFFRAMP_MAIL_FROM", "Offramp <no-reply@example.com>")
                        .start()) {
            String link = program.jsonCommand("people", "invite", "--json", "ann@example.com")
                    .get("link")
                    .asString();

            String text = mail.await("ann@example.com", "invited to found a business", A_WHILE);

            assertThat(text).contains(link);
            assertThat(mail.letters()).hasSize(1);
        }
    }

    @Test
    void keepNoServerFromStartingWhoseMailServerIsAway() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (Program program = Program.on(data)
                .with("OFFRAMP_SMTP_URL", "smtp://127.0.0.1:" + port)
                .with("OFFRAMP_MAIL_FROM", "no-reply@example.com")
                .start()) {
            program.awaitOutput("the mail server cannot be used now; letters wait for it", A_WHILE);
        }
    }
}
