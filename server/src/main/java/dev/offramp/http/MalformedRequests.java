package dev.offramp.http;

import dev.offramp.db.ObjectIds;
import dev.offramp.wire.Refusal;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts into the envelope what the server refuses before there is a request to route: a bad percent sign, garbage, a
/// line or headers too long, chunks that are none. An illegal method comes here as an internal error, since the
/// server fails to make a name of it; everything of our own is caught before, so all that comes here is the
/// client's.
final class MalformedRequests implements DirectHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MalformedRequests.class);

    private final ObjectIds ids;

    MalformedRequests(ObjectIds ids) {
        this.ids = ids;
    }

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, String message) {
        String requestId = ids.next().value();
        Refusal refusal = refusal(request, type, status);
        LOG.debug("{}: {}", requestId, refusal.text());
        TransportResponse.Builder response = TransportResponse.builder()
                .status(Status.create(refusal.status()))
                .keepAlive(false)
                .entity(refusal.body());
        AnswerHeaders.of(requestId).forEach(response::header);
        return response.build();
    }

    private static Refusal refusal(TransportRequest request, EventType type, Status status) {
        if (status == Status.REQUEST_ENTITY_TOO_LARGE_413) {
            return Refusal.BODY_TOO_LARGE;
        }
        if (type == EventType.HTTP_VERSION_NOT_SUPPORTED) {
            return Refusal.HTTP_VERSION;
        }
        return request.headers().contains(HeaderNames.CONTENT_ENCODING)
                ? Refusal.CONTENT_ENCODING_UNSUPPORTED
                : Refusal.MALFORMED;
    }
}
