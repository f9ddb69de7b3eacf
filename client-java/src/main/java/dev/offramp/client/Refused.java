package dev.offramp.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server said no. Its message is the server's, word for word. */
public final class Refused extends OfframpException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, List<String>> fields;
    private final String requestId;

    Refused(int status, String message, Map<String, List<String>> fields, String requestId) {
        super(message, null);
        this.status = status;
        this.fields = fields;
        this.requestId = requestId;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What is wrong with what was sent, field by field; empty unless the status is 422. */
    public Map<String, List<String>> fields() {
        return fields;
    }

    /** What to name when you ask somebody about it; it is in the server's log. */
    public Optional<String> requestId() {
        return Optional.of(requestId).filter(id -> !id.isEmpty());
    }

    @Override
    public String toString() {
        return "Refused: " + status + " " + getMessage() + (fields.isEmpty() ? "" : " " + fields)
                + (requestId.isEmpty() ? "" : " (request " + requestId + ")");
    }
}
