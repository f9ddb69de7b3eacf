package dev.offramp.client.api;

/** What a webhook tells. Switch over its class. */
public interface Event {

    /** Its name, such as {@code trade.completed}. */
    String event();

    /** The same on every attempt and resend: remember it, to do a thing once. */
    String eventId();
}
