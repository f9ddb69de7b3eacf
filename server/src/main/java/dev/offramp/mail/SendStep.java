package dev.offramp.mail;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Job;
import dev.offramp.jobs.JobKind;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.Step;
import dev.offramp.mail.MailServer.Addressed;
import dev.offramp.mail.MailServer.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Hands letters to the server.
///
/// ```
/// waiting --taken--> sent
///    |  ^--later, or not asked: at the next gap --|
///    `--refused for good, or past its time--> given up
/// ```
final class SendStep implements Step {

    static final JobKind JOB = new JobKind("mail.send");

    /// Few, so that a batch is done within its lease even where each letter takes seconds.
    static final int BATCH = 20;

    static final Duration LEASE = Duration.ofMinutes(15);

    /// Between the tries; the last is repeated.
    private static final List<Duration> GAPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3));

    private final Database db;
    private final InstantSource clock;
    private final Jobs jobs;
    private final LetterStore store;
    private final Optional<MailServer> server;

    SendStep(Database db, InstantSource clock, Jobs jobs, LetterStore store, Optional<MailServer> server) {
        this.db = db;
        this.clock = clock;
        this.jobs = jobs;
        this.store = store;
        this.server = server;
    }

    @Override
    public String name() {
        return "mail.send";
    }

    /// Where the settings name no server any more, letters wait, sealed, until they do; what is past its time by then
    /// is given up.
    @Override
    public boolean runOnce() {
        if (server.isEmpty()) {
            return false;
        }
        List<Job> claimed = jobs.claim(JOB, BATCH, LEASE);
        if (claimed.isEmpty()) {
            return false;
        }
        List<Addressed> sending = db.transact(tx -> begin(tx, claimed));
        Map<LetterId, Answer> answers =
                sending.isEmpty() ? Map.of() : server.get().deliver(sending);
        db.run(tx -> end(tx, claimed, sending, answers));
        return claimed.size() == BATCH;
    }

    /// Gives up what is past its time.
    private List<Addressed> begin(Transaction tx, List<Job> claimed) {
        Instant now = clock.instant();
        List<Job> ours = jobs.stillOurs(tx, claimed);
        Map<LetterId, Addressed> waiting = store.waiting(tx, lettersOf(ours)).stream()
                .collect(Collectors.toMap(Addressed::id, Function.identity()));
        List<LetterId> late = waiting.values().stream()
                .filter(one -> !now.isBefore(one.letter().goodUntil()))
                .map(Addressed::id)
                .toList();
        late.forEach(id -> store.end(tx, id, LetterRecord.State.GIVEN_UP, Optional.empty(), now));
        late.forEach(waiting::remove);
        jobs.finish(
                tx,
                ours.stream()
                        .filter(job -> !waiting.containsKey(new LetterId(job.subject())))
                        .toList());
        return ours.stream()
                .map(job -> new LetterId(job.subject()))
                .filter(waiting::containsKey)
                .map(waiting::get)
                .toList();
    }

    private void end(Transaction tx, List<Job> claimed, List<Addressed> sent, Map<LetterId, Answer> answers) {
        Map<LetterId, Addressed> letters = sent.stream().collect(Collectors.toMap(Addressed::id, Function.identity()));
        Instant now = clock.instant();
        for (Job job : jobs.stillOurs(tx, claimed)) {
            LetterId id = new LetterId(job.subject());
            if (letters.containsKey(id)) {
                Answer answer = answers.getOrDefault(id, new Answer.Later("the connection ended before its turn"));
                end(tx, job, letters.get(id), answer, now);
            }
        }
    }

    private void end(Transaction tx, Job job, Addressed letter, Answer answer, Instant now) {
        switch (answer) {
            case Answer.Taken() -> {
                store.end(tx, letter.id(), LetterRecord.State.SENT, Optional.empty(), now);
                jobs.finish(tx, List.of(job));
            }
            case Answer.Refused(String why) -> {
                store.end(tx, letter.id(), LetterRecord.State.GIVEN_UP, Optional.of(why), now);
                jobs.finish(tx, List.of(job));
            }
            case Answer.Later(String why) -> {
                store.tried(tx, letter.id(), why);
                // At its end at the latest, where it is given up.
                Instant next = now.plus(gap(job.attempt()));
                Instant end = letter.letter().goodUntil();
                jobs.retry(tx, List.of(job), next.isBefore(end) ? next : end, why);
            }
        }
    }

    static Duration gap(int attempt) {
        return GAPS.get(Math.min(attempt, GAPS.size()) - 1);
    }

    private static List<ObjectId> lettersOf(List<Job> jobs) {
        return jobs.stream().map(Job::subject).toList();
    }
}
