// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.util.Optional;

/**
 * What `listenForEvents` takes.
 */
public record ListenForEventsBody(
        Optional<String> listener,
        Optional<String> events,
        Optional<String> taken,
        Optional<Integer> status,
        Optional<String> error,
        Optional<Boolean> end) {

    /** With what must be there. */
    public static ListenForEventsBody of() {
        return new ListenForEventsBody(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ListenForEventsBody withListener(String listener) {
        return new ListenForEventsBody(Optional.of(listener), events, taken, status, error, end);
    }

    public ListenForEventsBody withEvents(String events) {
        return new ListenForEventsBody(listener, Optional.of(events), taken, status, error, end);
    }

    public ListenForEventsBody withTaken(String taken) {
        return new ListenForEventsBody(listener, events, Optional.of(taken), status, error, end);
    }

    public ListenForEventsBody withStatus(int status) {
        return new ListenForEventsBody(listener, events, taken, Optional.of(status), error, end);
    }

    public ListenForEventsBody withError(String error) {
        return new ListenForEventsBody(listener, events, taken, status, Optional.of(error), end);
    }

    public ListenForEventsBody withEnd(boolean end) {
        return new ListenForEventsBody(listener, events, taken, status, error, Optional.of(end));
    }
}
