package dev.offramp.listening;

import dev.offramp.db.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks for events and passes them on until it is stopped.
///
/// Each question says what became of the last event that was passed on, until it is answered; the answer is the oldest
/// event that was not yet said to be taken. Should the server go away in between, the same is asked again: had it heard
/// already, the repetition changes nothing. So a restart of the server neither loses nor doubles an event.
public final class Listening implements AutoCloseable {

    /// A second is soon enough for who looks at a screen, and little work for a server.
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private static final int ERROR_MAX = 255;

    private final Source source;
    private final Forward forward;
    private final Ears ears;
    private final List<String> events;
    private final Pauses pauses = new Pauses();

    private Optional<String> listener = Optional.empty();
    private Optional<Taken> last = Optional.empty();

    /// Whom a listener tells, and who tells it to stop.
    public interface Ears {

        /// One event was passed on.
        void forwarded(Forwarded event);

        /// Something to know in between, in a sentence.
        void note(String sentence);

        /// Waits, or less when it is told to stop meanwhile.
        ///
        /// @return whether to go on
        boolean pause(Duration time);

        InstantSource clock();
    }

    /// How listening ended.
    public sealed interface End {
        record Stopped() implements End {}

        /// @param why in plain words
        record Refused(String why) implements End {}
    }

    private record Taken(String id, Forward.Said said) {}

    private Listening(Source source, Forward forward, List<String> events, Ears ears) {
        this.source = source;
        this.forward = forward;
        this.events = List.copyOf(events);
        this.ears = ears;
    }

    /// @param events those wanted; empty for all
    public static Listening create(Access access, Forward forward, List<String> events, Ears ears) {
        return new Listening(new Source(access), forward, events, ears);
    }

    /// Passes events on until [Ears#pause] says to stop, or the server will not have it.
    public End run() {
        Duration pause = Duration.ZERO;
        while (ears.pause(pause)) {
            switch (source.ask(question())) {
                case Asked.Got got -> pause = pass(got);
                case Asked.Away(String why, Optional<Duration> after) -> pause = bear(why, after);
                case Asked.Refused(String why) -> {
                    return new End.Refused(why);
                }
            }
        }
        say(Map.of("end", true));
        return new End.Stopped();
    }

    private Map<String, Object> question() {
        Map<String, Object> question = new HashMap<>();
        if (!events.isEmpty()) {
            question.put("events", String.join(",", events));
        }
        listener.ifPresent(known -> {
            question.put("listener", known);
            last.ifPresent(taken -> tell(question, taken));
        });
        return question;
    }

    private static void tell(Map<String, Object> question, Taken taken) {
        question.put("taken", taken.id());
        taken.said().status().ifPresent(status -> question.put("status", status));
        taken.said()
                .error()
                .ifPresent(error -> question.put("error", error.substring(0, Math.min(error.length(), ERROR_MAX))));
    }

    /// What was asked has been heard.
    ///
    /// @return how long to wait then
    private Duration pass(Asked.Got got) {
        pauses.reset();
        greet(got.listener());
        last = Optional.empty();
        if (got.next().isEmpty()) {
            return BETWEEN;
        }
        Waiting waiting = got.next().get();
        Forward.Said said = forward.send(
                new ObjectId(waiting.eventId()), waiting.body().getBytes(StandardCharsets.UTF_8), waiting.requestId());
        last = Optional.of(new Taken(waiting.id(), said));
        ears.forwarded(Forwarded.of(ears.clock().instant(), waiting, said));
        return Duration.ZERO;
    }

    private void greet(String name) {
        if (listener.isEmpty()) {
            ears.note("listening");
        } else if (!listener.get().equals(name)) {
            ears.note("the server had forgotten this listener: what happened in between is in its log alone");
        }
        listener = Optional.of(name);
    }

    private Duration bear(String why, Optional<Duration> after) {
        if (pauses.isFirst()) {
            ears.note(why + ": asking again until it is back");
        }
        Duration pause = pauses.next();
        return after.filter(wanted -> wanted.compareTo(pause) > 0).orElse(pause);
    }

    /// The last word, which may go unheard: a listener that is silent is forgotten.
    private void say(Map<String, ?> more) {
        if (listener.isPresent()) {
            Map<String, Object> question = question();
            question.putAll(more);
            source.ask(question);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
