package dev.offramp.notices;

import dev.offramp.mail.Letter;
import dev.offramp.people.Email;
import dev.offramp.people.Invitations;
import dev.offramp.people.Person;
import dev.offramp.people.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What stands in letters.
///
/// @param publicUrl what links begin with, without a slash at the end
public record Letters(String publicUrl, InstantSource clock) {

    private static final Duration GOOD = Duration.ofDays(3);
    private static final Duration LINK_GOOD = Duration.ofHours(1);

    private static final int SHOWN = 30;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String UNLESS_YOU = """

            If that was not you, change your password and end all other sessions at once:
            %s/me/security
            """;

    /// An invitation with its link.
    ///
    /// @param to what: `the team of Shop as finance`
    public Letter invitation(Invitations.Made made, String to) {
        String text = """
                Hello,

                You are invited to %s at Offramp, %s.

                Open this link to accept. It works once, until %s, for whoever opens it first:
                %s/invitations/%s

                If you do not know what this is about, do nothing.
                """.formatted(
                        to,
                        publicUrl,
                        TIME.format(made.invitation().expiresAt()),
                        publicUrl,
                        made.token().text());
        return new Letter(
                "invitation",
                made.invitation().email().text(),
                "Invitation to " + to,
                text,
                made.invitation().expiresAt());
    }

    /// To somebody who wants an account, whose address this proves to be theirs.
    public Letter signUp(Invitations.Made made) {
        String text = """
                Hello,

                Somebody, you we hope, wants to make an account at %s with this address.

                Open this link to go on. It works once, until %s:
                %s/invitations/%s

                If that was not you, do nothing: there is no account.
                """.formatted(
                        publicUrl,
                        TIME.format(made.invitation().expiresAt()),
                        publicUrl,
                        made.token().text());
        return new Letter(
                "sign-up",
                made.invitation().email().text(),
                "Make your account",
                text,
                made.invitation().expiresAt());
    }

    /// A link to set a password by.
    public Letter passwordReset(Person person, Token link) {
        String text = """
                Hello %s,

                Somebody, you we hope, asked for a new password for your account at %s.

                Open this link to set one. It works once, for an hour:
                %s/reset-password/%s

                If that was not you, do nothing: your password stays as it is.
                """.formatted(person.name(), publicUrl, publicUrl, link.text());
        return new Letter("password reset", person.email().text(), "Set a new password", text, in(LINK_GOOD));
    }

    /// To somebody who wants an account and has one.
    public Letter hasAccount(Person person) {
        String text = """
                Hello %s,

                Somebody, you we hope, wanted to make an account at %s with this address. You have one already.

                Sign in:
                %s/sign-in

                If you forgot your password:
                %s/forgot-password

                If that was not you, do nothing.
                """.formatted(person.name(), publicUrl, publicUrl, publicUrl);
        return new Letter("sign-up", person.email().text(), "You have an account already", text, in(GOOD));
    }

    /// To an address that somebody wants to sign in with from now on.
    public Letter confirmAddress(Person person, Email wanted, Token link) {
        String text = """
                Hello %s,

                Your account at %s is to get this address. Open this link, signed in, to confirm that it is yours. It
                works once, for an hour:
                %s/me/email/%s

                If you do not know what this is about, do nothing.
                """.formatted(person.name(), publicUrl, publicUrl, link.text());
        return new Letter("address to confirm", wanted.text(), "Confirm your e-mail address", text, in(LINK_GOOD));
    }

    /// To the address that somebody signs in with no more.
    public Letter addressChanged(Person before) {
        String text = """
                Hello %s,

                Your account at %s has another e-mail address now. This one does not sign you in any more, and gets no
                more letters.

                If that was not you, tell who runs the server, or your colleagues, at once.
                """.formatted(before.name(), publicUrl);
        return new Letter("address changed", before.email().text(), "Your e-mail address was changed", text, in(GOOD));
    }

    /// What happened, in one letter.
    ///
    /// @param notices one at least, the oldest first
    Letter notices(Person person, List<Notice> notices) {
        String shown = notices.stream().limit(SHOWN).map(this::entry).collect(Collectors.joining("\n"));
        int more = notices.size() - SHOWN;
        String rest = more > 0 ? "\nAnd " + more + " more, in the dashboard.\n" : "";
        boolean isSecurity = notices.stream().anyMatch(notice -> notice.kind() == Kind.OWN_SECURITY);
        String text = "Hello " + person.name() + ",\n\n" + shown + rest
                + (isSecurity ? UNLESS_YOU.formatted(publicUrl) : "")
                + "\nChoose what is mailed to you:\n" + publicUrl + "/me/notices/choices\n";
        return new Letter("notices", person.email().text(), subject(notices), text, in(GOOD));
    }

    private static String subject(List<Notice> notices) {
        Notice first = notices.getFirst();
        String where = first.place().isEmpty() ? "" : first.place() + ": ";
        return notices.size() == 1 ? where + first.text() : notices.size() + " notices from Offramp";
    }

    private String entry(Notice notice) {
        String where = notice.place().isEmpty() ? "" : notice.place() + ", ";
        return where + TIME.format(notice.at()) + ":\n" + notice.text() + "\n" + publicUrl + notice.path() + "\n";
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }
}
