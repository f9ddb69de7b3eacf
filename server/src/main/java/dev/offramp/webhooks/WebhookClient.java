package dev.offramp.webhooks;

import dev.offramp.tenancy.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Calls receivers. Whatever a receiver or the network does is an answer, never an exception.
public interface WebhookClient {

    /// How much of an answer's body is kept.
    int ANSWER_BYTES = 4096;

    /// POSTs `call` once: no redirect is followed, nothing is repeated, and it returns within the call's limit.
    Answer send(Call call);

    /// One POST.
    ///
    /// @param environment decides which addresses may be connected to
    /// @param headers all that are to be sent but `Host` and `Content-Length`
    /// @param limit for everything together: name look-up, connecting, sending and reading the answer
    record Call(
            Environment environment, URI url, List<Map.Entry<String, String>> headers, byte[] body, Duration limit) {

        /// Headers hold the secret.
        @Override
        public String toString() {
            return "Call[" + url + "]";
        }
    }

    sealed interface Answer {

        default boolean has(int status) {
            return this instanceof Responded responded && responded.status() == status;
        }

        /// @param body its first [#ANSWER_BYTES], as text that UTF-8 holds in no more
        /// @param retryAfter the header as it came
        record Responded(int status, String body, Optional<String> retryAfter) implements Answer {

            public boolean isSuccess() {
                return status >= 200 && status <= 299;
            }
        }

        /// @param why in plain words, for the receiver's owner
        record Unanswered(String why) implements Answer {}
    }
}
