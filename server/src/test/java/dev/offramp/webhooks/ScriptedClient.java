package dev.offramp.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A client whose receivers answer as a test says. Remembers every call.
public final class ScriptedClient implements WebhookClient {

    private final List<Call> calls = new ArrayList<>();
    private Function<Call, Answer> script = call -> answer(200);

    public static Answer answer(int status) {
        return new Answer.Responded(status, "", Optional.empty());
    }

    public synchronized void script(Function<Call, Answer> next) {
        script = next;
    }

    public void always(int status) {
        script(call -> answer(status));
    }

    @Override
    public Answer send(Call call) {
        return remember(call).apply(call);
    }

    private synchronized Function<Call, Answer> remember(Call call) {
        calls.add(call);
        return script;
    }

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    public synchronized void forget() {
        calls.clear();
    }

    /// The bodies sent so far.
    public List<String> bodies() {
        return calls().stream()
                .map(call -> new String(call.body(), StandardCharsets.UTF_8))
                .toList();
    }

    public static String header(Call call, String name) {
        return call.headers().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
