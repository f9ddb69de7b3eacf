package dev.offramp.client;

import dev.offramp.client.api.Event;
import tools.jackson.databind.JsonNode;

/** An event of a name that this client does not know: the probe of a new endpoint, or one of a newer server. */
public record UnknownEvent(String event, String eventId, JsonNode body) implements Event {}
