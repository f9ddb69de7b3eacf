package dev.offramp.bulletins;

import dev.offramp.bulletins.MessageStore.Message;
import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Job;
import dev.offramp.jobs.JobKind;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.Step;
import dev.offramp.webhooks.OpenReceivers;
import dev.offramp.webhooks.WebhookClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Sends messages to subscribers' URLs, the same bytes until one is taken.
///
/// ```
/// waiting --2xx--> gone
///    |  ^--anything else: at the next gap--|
///    `--410, or nothing for a day--> gone, and its subscription with it
/// ```
final class SendStep implements Step {

    static final JobKind JOB = new JobKind("status.send");

    private static final int BATCH = 50;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final int GONE = 410;

    /// Between the tries; the last is repeated.
    private static final List<Duration> GAPS =
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofHours(1));

    private final Database db;
    private final InstantSource clock;
    private final Jobs jobs;
    private final OpenReceivers receivers;
    private final SubscriberStore subscribers;
    private final MessageStore messages = new MessageStore();

    SendStep(Database db, InstantSource clock, Jobs jobs, OpenReceivers receivers, SubscriberStore subscribers) {
        this.db = db;
        this.clock = clock;
        this.jobs = jobs;
        this.receivers = receivers;
        this.subscribers = subscribers;
    }

    private record Sending(Message message, Subscriber.ByWebhook to) {}

    @Override
    public String name() {
        return JOB.value();
    }

    @Override
    public boolean runOnce() {
        List<Job> claimed = jobs.claim(JOB, BATCH, LEASE);
        if (claimed.isEmpty()) {
            return false;
        }
        List<Sending> sending = db.transact(tx -> read(tx, claimed));
        Map<ObjectId, Answer> answers = send(sending);
        Map<ObjectId, Sending> byId =
                sending.stream().collect(Collectors.toMap(one -> one.message().id(), Function.identity()));
        db.run(tx -> jobs.stillOurs(tx, claimed)
                .forEach(job -> end(tx, job, Optional.ofNullable(byId.get(job.subject())), answers)));
        return claimed.size() == BATCH;
    }

    /// What belongs to a subscription that has ended is gone.
    private List<Sending> read(Transaction tx, List<Job> claimed) {
        List<ObjectId> ids = claimed.stream().map(Job::subject).toList();
        return messages.read(tx, ids).stream()
                .flatMap(message -> subscribers.find(tx, message.subscriber()).stream()
                        .filter(Subscriber.ByWebhook.class::isInstance)
                        .map(Subscriber.ByWebhook.class::cast)
                        .map(to -> new Sending(message, to)))
                .toList();
    }

    /// All at once: one that is slow must not keep the others from being told.
    private Map<ObjectId, Answer> send(List<Sending> sending) {
        Map<ObjectId, Answer> answers = new HashMap<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<ObjectId, Future<Answer>> asked = new HashMap<>();
            sending.forEach(one -> asked.put(one.message().id(), each.submit(() -> send(one))));
            for (Map.Entry<ObjectId, Future<Answer>> one : asked.entrySet()) {
                answers.put(one.getKey(), one.getValue().get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException("calling a subscriber failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answers;
        }
    }

    private Answer send(Sending one) {
        return receivers.send(
                one.to().url(),
                one.to().secret(),
                one.message().id(),
                one.message().body());
    }

    private void end(Transaction tx, Job job, Optional<Sending> sent, Map<ObjectId, Answer> answers) {
        if (sent.isEmpty()) {
            jobs.finish(tx, List.of(job));
            return;
        }
        Message message = sent.get().message();
        Instant now = clock.instant();
        Answer answer = answers.getOrDefault(message.id(), new Answer.Unanswered("cut off"));
        if (answer instanceof Answer.Responded responded && responded.isSuccess()) {
            messages.remove(tx, message.id());
            jobs.finish(tx, List.of(job));
        } else if (answer.has(GONE) || now.isAfter(message.madeAt().plus(PATIENCE))) {
            subscribers.remove(tx, message.subscriber());
            jobs.finish(tx, List.of(job));
        } else {
            Duration gap = GAPS.get(Math.min(job.attempt(), GAPS.size()) - 1);
            jobs.retry(tx, List.of(job), now.plus(gap), "a subscriber of the status page did not take its message");
        }
    }
}
