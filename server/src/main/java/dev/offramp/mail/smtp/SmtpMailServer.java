package dev.offramp.mail.smtp;

import dev.offramp.mail.LetterId;
import dev.offramp.mail.MailAddress;
import dev.offramp.mail.MailServer;
import dev.offramp.mail.SmtpUrl;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/// Hands letters to an SMTP server, one connection for a batch.
public final class SmtpMailServer implements MailServer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PERMANENT = 500;

    private final SmtpUrl url;
    private final MailAddress from;
    private final InstantSource clock;
    private final Session session;

    private SmtpMailServer(SmtpUrl url, MailAddress from, InstantSource clock, Session session) {
        this.url = url;
        this.from = from;
        this.clock = clock;
        this.session = session;
    }

    /// @param from who letters are from
    public static SmtpMailServer create(SmtpUrl url, MailAddress from, InstantSource clock) {
        return new SmtpMailServer(url, from, clock, Session.getInstance(properties(url, !url.isOnThisMachine())));
    }

    /// One that trusts others than the JDK does, and may demand TLS of this machine too.
    static SmtpMailServer create(
            SmtpUrl url, MailAddress from, InstantSource clock, SSLSocketFactory sockets, boolean demandsTls) {
        Properties properties = properties(url, demandsTls);
        properties.put("mail." + protocol(url) + ".ssl.socketFactory", sockets);
        return new SmtpMailServer(url, from, clock, Session.getInstance(properties));
    }

    private static Properties properties(SmtpUrl url, boolean demandsTls) {
        String prefix = "mail." + protocol(url) + ".";
        String patience = Long.toString(PATIENCE.toMillis());
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", protocol(url));
        properties.put(prefix + "connectiontimeout", patience);
        properties.put(prefix + "timeout", patience);
        properties.put(prefix + "writetimeout", patience);
        properties.put(prefix + "auth", Boolean.toString(url.login().isPresent()));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.enable", Boolean.toString(!url.isTlsAtOnce()));
        properties.put(prefix + "starttls.required", Boolean.toString(!url.isTlsAtOnce() && demandsTls));
        // What we are called in HELO: the name of the machine is nobody's business.
        properties.put(prefix + "localhost", "offramp");
        return properties;
    }

    private static String protocol(SmtpUrl url) {
        return url.isTlsAtOnce() ? "smtps" : "smtp";
    }

    @Override
    public Map<LetterId, Answer> deliver(Collection<Addressed> letters) {
        Map<LetterId, Answer> answers = new LinkedHashMap<>();
        try (Transport transport = connect()) {
            for (Addressed letter : letters) {
                if (!transport.isConnected()) {
                    break;
                }
                answers.put(letter.id(), deliver(transport, letter));
            }
        } catch (MessagingException e) {
            String why = words(e);
            letters.forEach(letter -> answers.putIfAbsent(letter.id(), new Answer.Later(why)));
        }
        return answers;
    }

    @Override
    public Optional<String> trouble() {
        try (Transport transport = connect()) {
            return transport.isConnected() ? Optional.empty() : Optional.of(url + " is not there");
        } catch (MessagingException e) {
            return Optional.of(words(e));
        }
    }

    private Transport connect() throws MessagingException {
        Transport transport = session.getTransport();
        transport.connect(
                url.host(),
                url.port(),
                url.login().map(SmtpUrl.Login::user).orElse(null),
                url.login().map(SmtpUrl.Login::password).orElse(null));
        return transport;
    }

    private Answer deliver(Transport transport, Addressed addressed) {
        try {
            MimeMessage message = message(addressed);
            transport.sendMessage(message, message.getAllRecipients());
            return new Answer.Taken();
        } catch (MessagingException e) {
            return isForGood(e) ? new Answer.Refused(words(e)) : new Answer.Later(words(e));
        }
    }

    private MimeMessage message(Addressed addressed) throws MessagingException {
        Message message = new Message(session, addressed.id(), from.address());
        message.setFrom(from(from));
        message.setRecipient(
                jakarta.mail.Message.RecipientType.TO,
                new InternetAddress(addressed.letter().to(), true));
        message.setSubject(addressed.letter().subject(), "UTF-8");
        message.setText(addressed.letter().text().replace("\n", "\r\n"), "UTF-8");
        message.setSentDate(java.util.Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private static InternetAddress from(MailAddress from) throws MessagingException {
        InternetAddress address = new InternetAddress(from.address(), true);
        try {
            address.setPersonal(from.name().isEmpty() ? null : from.name(), "UTF-8");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException("UTF-8 is part of every JDK", e);
        }
        return address;
    }

    /// Whether the server said that it will never take this.
    private static boolean isForGood(MessagingException failure) {
        for (Exception cause = failure; cause instanceof MessagingException one; cause = one.getNextException()) {
            int code = switch (one) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                // What is said to MAIL is of us as senders: somebody must set it right, and then letters go.
                case SMTPSendFailedException send when !send.getCommand().startsWith("MAIL") -> send.getReturnCode();
                default -> 0;
            };
            if (code >= PERMANENT) {
                return true;
            }
        }
        return false;
    }

    /// What the server said, without the exchange that led there.
    private String words(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return url + " does not accept user and password";
        }
        Exception innermost = failure;
        while (innermost instanceof MessagingException one && one.getNextException() != null) {
            innermost = one.getNextException();
        }
        return url + ": " + String.valueOf(innermost.getMessage()).strip().replaceAll("\\s+", " ");
    }

    /// One whose id is the letter's, so that receivers recognise it when it comes again.
    private static final class Message extends MimeMessage {

        private final String id;

        Message(Session session, LetterId letter, String from) {
            super(session);
            this.id = "<" + letter + from.substring(from.indexOf('@')) + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
