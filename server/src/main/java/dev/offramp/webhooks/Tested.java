package dev.offramp.webhooks;

import dev.offramp.webhooks.Sender.Sent;

/// A test event that was sent, and what came back; it is in the log once [Webhooks#keep] has put it there.
public final class Tested {

    private final Endpoint endpoint;
    private final Announcement event;
    private final Sent sent;

    Tested(Endpoint endpoint, Announcement event, Sent sent) {
        this.endpoint = endpoint;
        this.event = event;
        this.sent = sent;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Announcement event() {
        return event;
    }

    Sent sent() {
        return sent;
    }

    public boolean succeeded() {
        return sent.succeeded();
    }
}
