package dev.offramp.mail;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.Step;
import dev.offramp.secrets.ServerKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts letters, and tells what became of them.
public final class Mail {

    private static final Logger LOG = LoggerFactory.getLogger(Mail.class);

    private final Optional<MailServer> server;
    private final InstantSource clock;
    private final ObjectIds ids;
    private final Jobs jobs;
    private final LetterStore store;
    private final Step sendStep;
    private final Step expireStep;

    private Mail(Parts parts, Optional<MailServer> server) {
        this.server = server;
        this.clock = parts.clock();
        this.ids = parts.ids();
        this.jobs = parts.jobs();
        this.store = new LetterStore(parts.key());
        this.sendStep = new SendStep(parts.db(), clock, jobs, store, server);
        this.expireStep = new Expiry(parts.db(), clock, store);
    }

    /// What it works with.
    private record Parts(Database db, ServerKey key, ObjectIds ids, InstantSource clock, Jobs jobs) {}

    /// @param server empty where the settings name none
    public static Mail create(
            Database db, ServerKey key, ObjectIds ids, InstantSource clock, Jobs jobs, Optional<MailServer> server) {
        return new Mail(new Parts(db, key, ids, clock, jobs), server);
    }

    /// Whether there is a server to send letters by.
    public boolean isOn() {
        return server.isPresent();
    }

    /// Has letters sent once the transaction is committed; nothing where there is no server.
    public void post(Transaction tx, List<Letter> letters) {
        if (letters.isEmpty() || !isOn()) {
            return;
        }
        List<MailServer.Addressed> posted = letters.stream()
                .map(letter -> new MailServer.Addressed(new LetterId(ids.next()), letter))
                .toList();
        store.insert(tx, posted, clock.instant());
        jobs.add(tx, SendStep.JOB, posted.stream().map(one -> one.id().value()).toList(), clock.instant());
    }

    /// [#post(Transaction, List)] of one.
    public void post(Transaction tx, Letter letter) {
        post(tx, List.of(letter));
    }

    /// The last letters, the newest first.
    public List<LetterRecord> last(Transaction tx, int max) {
        return store.last(tx, max);
    }

    /// How many wait, and how many were given up in the last day.
    public MailCount count(Transaction tx) {
        return store.count(tx, clock.instant().minus(MailCount.LATELY));
    }

    /// Looks whether the server is there, and says so in the log where it is not. Calls it.
    public void warnUnlessReached() {
        server.flatMap(MailServer::trouble)
                .ifPresent(trouble -> LOG.warn(
                        "OFFRAMP_SMTP_URL: the mail server cannot be used now; letters wait for it: {}", trouble));
    }

    /// The loop that sends.
    public Step sendStep() {
        return sendStep;
    }

    /// The loop that forgets.
    public Step expireStep() {
        return expireStep;
    }
}
