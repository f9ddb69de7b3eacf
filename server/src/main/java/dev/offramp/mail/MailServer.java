package dev.offramp.mail;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// The port to a mail server. It calls somebody: never within a transaction.
public interface MailServer {

    /// Hands letters over, in one connection as far as that is possible. One of which the answer says nothing was not
    /// tried: there was nobody there any more.
    Map<LetterId, Answer> deliver(Collection<Addressed> letters);

    /// Whether the server is there and lets us in, without sending anything.
    ///
    /// @return what is wrong, in words for the operator and without a password; empty when nothing is
    Optional<String> trouble();

    /// A letter with the id by which its receivers recognise it.
    record Addressed(LetterId id, Letter letter) {}

    /// What the server said to one letter.
    sealed interface Answer {

        /// It is the server's now.
        record Taken() implements Answer {}

        /// Not this one, now or ever: there is no such mailbox, for example.
        record Refused(String why) implements Answer {}

        /// Not now, or nothing is known of it.
        record Later(String why) implements Answer {}
    }
}
