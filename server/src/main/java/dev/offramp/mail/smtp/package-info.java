/// The adapter of [MailServer][dev.offramp.mail.MailServer] that speaks SMTP, on Eclipse Angus Mail.
///
/// TLS is demanded: from the first byte on with `smtps`, by STARTTLS with `smtp`, with a certificate of the host's own
/// name. Only to a server on this machine a letter may go in the clear, where that offers nothing better.
///
/// An adapter decides nothing: it turns what the server says into the answers of the port. A 5xx is a refusal, a 4xx
/// and everything that goes wrong on the way is for later.
@NullMarked
package dev.offramp.mail.smtp;

import org.jspecify.annotations.NullMarked;
