package dev.offramp.bulletins;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.Step;
import dev.offramp.mail.Mail;
import dev.offramp.secrets.ServerKey;
import dev.offramp.webhooks.OpenReceivers;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Incidents as they are written, by people and by the program. Every change is told to all subscribers in its
/// transaction.
public final class Bulletins {

    private final Uses uses;
    private final Telling telling;
    private final SubscriberStore subscribers;
    private final Subscribers entry;
    private final IncidentStore store = new IncidentStore();

    /// What it works with.
    public record Uses(
            Database db,
            InstantSource clock,
            ObjectIds ids,
            ServerKey key,
            Jobs jobs,
            Mail mail,
            OpenReceivers receivers) {}

    private Bulletins(Uses uses, Links links) {
        this.uses = uses;
        this.subscribers = new SubscriberStore(uses.key());
        StatusLetters letters = new StatusLetters(links);
        this.telling = new Telling(
                uses.clock(), uses.ids(), new Telling.Parts(subscribers, links, letters, uses.mail(), uses.jobs()));
        this.entry = new Subscribers(
                uses.db(),
                uses.clock(),
                uses.ids(),
                new Subscribers.Parts(
                        subscribers,
                        new Throttle(uses.key(), new BudgetStore()),
                        links,
                        letters,
                        uses.mail(),
                        uses.receivers()));
    }

    /// @param publicUrl what links begin with, without a slash at the end
    public static Bulletins create(Uses uses, String publicUrl) {
        return new Bulletins(uses, new Links(uses.key(), publicUrl));
    }

    /// Who is told.
    public Subscribers subscribers() {
        return entry;
    }

    /// The step that sends messages to subscribers' URLs.
    public Step sendStep() {
        return new SendStep(uses.db(), uses.clock(), uses.jobs(), uses.receivers(), subscribers);
    }

    /// The step that forgets.
    public Step expireStep() {
        return new Expiry(uses.db(), uses.clock(), subscribers);
    }

    /// Says something more of an open one; resolves it with [Stage#RESOLVED].
    public IncidentChange update(Transaction tx, IncidentId id, Stage stage, String text) {
        store.lock(tx, id);
        Optional<StatusIncident> known = store.find(tx, id);
        if (known.isEmpty()) {
            return new IncidentChange.NoSuchIncident();
        }
        return known.get().isOpen()
                ? new IncidentChange.Done(say(tx, id, stage, text))
                : new IncidentChange.ResolvedAlready();
    }

    /// Those that are open, the latest first.
    public List<StatusIncident> open(Transaction tx) {
        return store.open(tx);
    }

    /// The latest, open or not.
    public List<StatusIncident> last(Transaction tx, int max) {
        return store.last(tx, max);
    }

    /// Writes a new one.
    ///
    /// @param said the first that is said of it
    public StatusIncident begin(Transaction tx, NewIncident incident, Stage stage, String said) {
        IncidentId id = new IncidentId(uses.ids().next());
        store.insert(tx, id, incident);
        return say(tx, id, stage, said);
    }

    private StatusIncident say(Transaction tx, IncidentId id, Stage stage, String text) {
        Instant now = now();
        store.say(tx, id, stage, text, now);
        if (stage == Stage.RESOLVED) {
            store.resolve(tx, id, now);
        }
        StatusIncident incident = store.find(tx, id).orElseThrow();
        telling.tell(tx, incident);
        return incident;
    }

    /// Whether the program wrote one for this component being down since that moment, which somebody may have resolved.
    public boolean wasWatched(Transaction tx, String component, Instant began) {
        return store.wasWatched(tx, component, began);
    }

    /// Now, as incidents have it.
    public Instant now() {
        return uses.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
