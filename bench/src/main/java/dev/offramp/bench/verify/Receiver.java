package dev.offramp.bench.verify;

import dev.offramp.webhooks.WebhookClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The integrator's endpoint: counts the events it acknowledged, by event id, and now and then fails, or acknowledges
/// with an answer that gets lost. It fails each event at most twice, so that the retries of one minute bring it in.
final class Receiver implements WebhookClient {

    private static final int FAILURES_MAX = 2;
    private static final double FAILS = 0.15;

    private final RandomGenerator random;
    private final Map<String, Integer> acknowledged = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();

    Receiver(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public Answer send(Call call) {
        String event = call.headers().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("webhook-id"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("probe");
        boolean mayFail = !event.equals("probe") && failures.getOrDefault(event, 0) < FAILURES_MAX;
        if (mayFail && random.nextDouble() < FAILS) {
            failures.merge(event, 1, Integer::sum);
            return new Answer.Responded(500, "busy", Optional.empty());
        }
        acknowledged.merge(event, 1, Integer::sum);
        if (mayFail && random.nextDouble() < FAILS) {
            failures.merge(event, 1, Integer::sum);
            return new Answer.Unanswered("connection reset");
        }
        return new Answer.Responded(200, "", Optional.empty());
    }

    boolean got(String event) {
        return acknowledged.containsKey(event);
    }
}
