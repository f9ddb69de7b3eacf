package dev.offramp.mail.smtp;

import dev.offramp.mail.SmtpUrl;
import dev.offramp.webhooks.apache.TestCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/// An SMTP server on this machine, SubEtha's, that keeps what it is given.
public final class TestMailServer implements AutoCloseable {

    private final SMTPServer server;
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private volatile boolean wasTls;
    private volatile Optional<Refusal> ofNobody = Optional.empty();
    private volatile Optional<Refusal> ofSenders = Optional.empty();

    private record Refusal(int code, String words) {

        RejectException exception() {
            return new RejectException(code, words);
        }
    }

    private TestMailServer(SMTPServer.Builder builder) {
        this.server = builder.bindAddress(InetAddress.getLoopbackAddress())
                .port(0)
                .hostName("mail.example.com")
                .insertReceivedHeaders(false)
                .messageHandlerFactory(Handler::new)
                .build();
        server.start();
    }

    public static TestMailServer inTheClear() {
        return new TestMailServer(SMTPServer.port(0));
    }

    /// One that wants TLS, and then the password `secret`.
    static TestMailServer withStartTls(TestCertificate certificate) {
        return new TestMailServer(SMTPServer.port(0)
                .enableTLS()
                .requireTLS()
                .startTlsSocketFactory(certificate.showing())
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!password.equals("secret")) {
                        throw new LoginFailedException();
                    }
                })));
    }

    /// From now on it refuses letters to `nobody@...`.
    public void refusing(int code, String words) {
        ofNobody = Optional.of(new Refusal(code, words));
    }

    void refusingSenders(int code, String words) {
        ofSenders = Optional.of(new Refusal(code, words));
    }

    public SmtpUrl url() {
        return new SmtpUrl(false, "127.0.0.1", server.getPortAllocated(), Optional.empty());
    }

    SmtpUrl urlFor(String user, String password) {
        return new SmtpUrl(
                false, "127.0.0.1", server.getPortAllocated(), Optional.of(new SmtpUrl.Login(user, password)));
    }

    /// Waits for a letter to somebody with this in it, and answers its text.
    public String await(String recipient, String words, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        synchronized (letters) {
            while (true) {
                for (String letter : letters) {
                    if (letter.contains("To: " + recipient) && letter.contains(words)) {
                        return letter.split("\r\n\r\n", 2)[1];
                    }
                }
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("no letter to " + recipient + " among " + letters.size());
                }
                waitForOne(left);
            }
        }
    }

    private void waitForOne(long millis) {
        try {
            letters.wait(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All that came, as they came.
    public List<String> letters() {
        return List.copyOf(letters);
    }

    String only() {
        if (letters.size() != 1) {
            throw new AssertionError(letters.size() + " letters came");
        }
        return letters.getFirst();
    }

    boolean cameByTls() {
        return wasTls;
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Handler implements MessageHandler {

        private final MessageContext context;

        Handler(MessageContext context) {
            this.context = context;
        }

        @Override
        public void from(String from) throws RejectException {
            if (ofSenders.isPresent()) {
                throw ofSenders.get().exception();
            }
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.startsWith("nobody") && ofNobody.isPresent()) {
                throw ofNobody.get().exception();
            }
        }

        @Override
        public String data(InputStream data) throws IOException {
            wasTls = context instanceof org.subethamail.smtp.server.Session session && session.isTLSStarted();
            String letter = new String(data.readAllBytes(), StandardCharsets.ISO_8859_1);
            synchronized (letters) {
                letters.add(letter);
                letters.notifyAll();
            }
            return null;
        }

        @Override
        public void done() {}
    }
}
