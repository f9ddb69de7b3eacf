package dev.offramp.bulletins;

import dev.offramp.webhooks.WebhookSecret;

/// What came of the wish to be told.
public sealed interface Subscription {

    /// A letter with a link is on its way, if that address is not told already and got none today: which of these,
    /// nobody learns who cannot read its letters.
    record Heard() implements Subscription {}

    /// Told from now on.
    ///
    /// @param secret what messages are signed by; shown once
    /// @param unsubscribe the link that ends it
    record Told(WebhookSecret secret, String unsubscribe) implements Subscription {}

    /// @param why in a few words, for whoever named it
    record Refused(String why) implements Subscription {}

    /// Told before, under the secret that was shown then.
    record ToldAlready() implements Subscription {}

    record TooOften() implements Subscription {}
}
