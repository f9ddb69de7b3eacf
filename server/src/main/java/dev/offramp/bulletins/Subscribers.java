package dev.offramp.bulletins;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.mail.Mail;
import dev.offramp.people.Email;
import dev.offramp.webhooks.OpenReceivers;
import dev.offramp.webhooks.WebhookSecret;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Who is told of incidents: whoever wants it, without an account, and until they want it no more.
public final class Subscribers {

    /// How long a link to confirm works.
    static final Duration CONFIRM_WITHIN = Duration.ofDays(1);

    private final Database db;
    private final InstantSource clock;
    private final ObjectIds ids;
    private final Parts parts;

    /// What it works with.
    record Parts(
            SubscriberStore store,
            Throttle throttle,
            Links links,
            StatusLetters letters,
            Mail mail,
            OpenReceivers receivers) {}

    Subscribers(Database db, InstantSource clock, ObjectIds ids, Parts parts) {
        this.db = db;
        this.clock = clock;
        this.ids = ids;
        this.parts = parts;
    }

    /// Whether letters are sent at all.
    public boolean takesMail() {
        return parts.mail().isOn();
    }

    /// Somebody wants an address to be told. It is told nothing until it has confirmed.
    public Subscription wishMail(String text, InetAddress from) {
        Optional<Email> email = Email.parse(text);
        if (email.isEmpty() || !takesMail()) {
            return new Subscription.Refused("That is no e-mail address we can write to.");
        }
        return db.transact(tx -> wish(tx, email.get().text(), from));
    }

    private Subscription wish(Transaction tx, String address, InetAddress from) {
        Instant now = clock.instant();
        if (!parts.throttle().lets(tx, from, now)) {
            return new Subscription.TooOften();
        }
        if (parts.throttle().letsMail(tx, address, now)) {
            parts.store()
                    .wish(tx, new SubscriberId(ids.next()), address, now)
                    .ifPresent(id ->
                            parts.mail().post(tx, parts.letters().confirm(id, address, now.plus(CONFIRM_WITHIN))));
        }
        return new Subscription.Heard();
    }

    /// Has a URL told, if it answers the probe. Calls it: never within a transaction.
    public Subscription addWebhook(String url, InetAddress from) {
        if (!db.transact(tx -> parts.throttle().lets(tx, from, clock.instant()))) {
            return new Subscription.TooOften();
        }
        WebhookSecret secret = parts.receivers().secret();
        return parts.receivers()
                .refusal(url, secret)
                .<Subscription>map(Subscription.Refused::new)
                .orElseGet(() -> add(new Subscriber.ByWebhook(new SubscriberId(ids.next()), url, secret)));
    }

    private Subscription add(Subscriber.ByWebhook subscriber) {
        boolean isNew = db.transact(tx -> parts.store().add(tx, subscriber, clock.instant()));
        return isNew
                ? new Subscription.Told(subscriber.secret(), parts.links().link(Links.Use.UNSUBSCRIBE, subscriber.id()))
                : new Subscription.ToldAlready();
    }

    /// Confirms an address by the end of the link that was mailed to it.
    ///
    /// @return false when there is no such link, or it is too old
    public boolean confirm(String link) {
        Instant now = clock.instant();
        return parts.links()
                .read(Links.Use.CONFIRM, link)
                .filter(id -> db.transact(tx -> parts.store().confirm(tx, id, now, now.minus(CONFIRM_WITHIN))))
                .isPresent();
    }

    /// Ends a subscription by the end of its link; one that has ended already stays so.
    ///
    /// @return false when there was never such a link
    public boolean unsubscribe(String link) {
        Optional<SubscriberId> id = parts.links().read(Links.Use.UNSUBSCRIBE, link);
        id.ifPresent(its -> db.run(tx -> parts.store().remove(tx, its)));
        return id.isPresent();
    }
}
