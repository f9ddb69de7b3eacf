package dev.offramp.notices;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.Deposits;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.LoopBook;
import dev.offramp.jobs.Step;
import dev.offramp.mail.Mail;
import dev.offramp.operations.Reconciliations;
import dev.offramp.people.People;
import dev.offramp.people.PersonId;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.trail.Trail;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.withdrawals.Withdrawals;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What people were told, and how they want to be told.
public final class Notices {

    private final InstantSource clock;
    private final List<Step> steps;
    private final Step expireStep;
    private final Letters letters;
    private final NoticeStore store = new NoticeStore();
    private final PostStore posts = new PostStore();

    /// The rooms it reads.
    public record Uses(
            Facts facts,
            Trail trail,
            People people,
            Tenancy tenancy,
            Mail mail,
            Webhooks webhooks,
            Deposits deposits,
            Withdrawals withdrawals,
            Rates rates,
            Reconciliations reconciliations,
            LoopBook loopBook) {}

    private Notices(InstantSource clock, List<Step> steps, Step expireStep, Letters letters) {
        this.clock = clock;
        this.steps = steps;
        this.expireStep = expireStep;
        this.letters = letters;
    }

    public static Notices create(Database db, InstantSource clock, ObjectIds ids, Uses uses, NoticeRules rules) {
        Letters letters = new Letters(rules.publicUrl(), clock);
        Telling telling = new Telling(uses.people(), uses.tenancy(), uses.mail(), ids);
        Conditions conditions = new Conditions(
                new Conditions.Uses(
                        uses.tenancy(),
                        uses.webhooks(),
                        uses.deposits(),
                        uses.withdrawals(),
                        uses.rates(),
                        uses.reconciliations(),
                        uses.loopBook()),
                rules);
        return new Notices(
                clock,
                List.of(
                        new FactNotices(uses.facts(), telling),
                        new TrailNotices(db, uses.trail(), uses.people(), telling),
                        new WatchNotices(db, clock, conditions, telling),
                        new LinkMail(db, uses.people(), uses.mail(), letters),
                        new NoticeMail(db, clock, uses.people(), uses.mail(), letters)),
                new Expiry(db, clock),
                letters);
    }

    /// The loops that tell.
    public List<Step> steps() {
        return steps;
    }

    /// The loop that forgets.
    public Step expireStep() {
        return expireStep;
    }

    /// The letters with links in them.
    public Letters letters() {
        return letters;
    }

    /// How many somebody has not read: asked with every page.
    public Unread unread(Transaction tx, PersonId person) {
        return store.unread(tx, person);
    }

    /// The newest first.
    ///
    /// @param areRead those that were read, or those that were not
    public List<Notice> list(Transaction tx, PersonId person, Notice.Side side, boolean areRead, int max) {
        return store.list(tx, person, side, areRead, max);
    }

    /// Marks one as read; empty when it is none of theirs.
    public Optional<Notice> read(Transaction tx, PersonId person, Notice.Side side, NoticeId id) {
        store.read(tx, person, side, id, clock.instant());
        return store.find(tx, person, side, id);
    }

    /// Marks all as read that are not newer than what somebody saw.
    ///
    /// @return how many
    public int readAll(Transaction tx, PersonId person, Notice.Side side, Instant until) {
        return store.readAll(tx, person, side, until, clock.instant());
    }

    /// Whether a kind is mailed to somebody, where there is a mail server.
    public boolean isMailed(Transaction tx, PersonId person, Kind kind) {
        return kind.isAlwaysMailed()
                || posts.choices(tx, Set.of(person))
                        .getOrDefault(person, Map.of())
                        .getOrDefault(kind, kind.isMailedAtFirst());
    }

    /// Chooses which of these kinds are mailed to somebody: those that are wanted, and no others.
    public void choose(Transaction tx, PersonId person, Set<Kind> among, Set<Kind> wanted) {
        among.stream()
                .filter(kind -> !kind.isAlwaysMailed())
                .sorted()
                .forEach(kind -> posts.choose(tx, person, kind, wanted.contains(kind)));
    }
}
