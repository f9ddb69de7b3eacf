package dev.offramp.web;

import dev.offramp.db.ObjectIds;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what the server refuses before there is a request to route: a bad percent sign, garbage, a line or headers
/// too long, chunks that are none. An illegal method comes here as an internal error, since the
/// server fails to make a name of it; everything of our own is caught before, so all that comes here is the
/// client's.
final class MalformedRequests implements DirectHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MalformedRequests.class);

    private final Face face;
    private final ObjectIds ids;
    private final boolean isSecure;
    private final RequestWatch watch;

    /// @param face says what is wrong
    /// @param isSecure whether what comes here came by our own TLS; of proxies nothing is known yet
    MalformedRequests(Face face, ObjectIds ids, boolean isSecure, RequestWatch watch) {
        this.face = face;
        this.ids = ids;
        this.isSecure = isSecure;
        this.watch = watch;
    }

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, String message) {
        String requestId = ids.next().value();
        Fault fault = fault(request, type, status);
        LOG.debug("{}: {}", requestId, fault);
        RawAnswer answer = face.refuse(fault, requestId);
        watch.answered(face.name(), answer.status(), Duration.ZERO);
        TransportResponse.Builder response = TransportResponse.builder()
                .status(Status.create(answer.status()))
                .keepAlive(false);
        AnswerHeaders.of(requestId, answer, isSecure).forEach(response::header);
        if (answer.body() instanceof Body.Whole(byte[] bytes)) {
            response.entity(bytes);
        }
        return response.build();
    }

    private static Fault fault(TransportRequest request, EventType type, Status status) {
        if (status == Status.REQUEST_ENTITY_TOO_LARGE_413) {
            return new Fault.BodyTooLarge();
        }
        if (type == EventType.HTTP_VERSION_NOT_SUPPORTED) {
            return new Fault.VersionUnsupported();
        }
        return request.headers().contains(HeaderNames.CONTENT_ENCODING)
                ? new Fault.EncodingUnsupported()
                : new Fault.Malformed();
    }
}
