package dev.offramp.metrics;

import dev.offramp.web.Body;
import dev.offramp.web.Face;
import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/// The face for a machine that measures: one path, for whoever has the token. Nothing is made before it was shown.
///
/// @param scrapes made when first asked for
record MetricsFace(MetricsToken token, Supplier<Scrapes> scrapes) implements Face {

    private static final String PATH = "/metrics";
    private static final String PLAIN = "text/plain; charset=utf-8";

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public boolean claims(String path) {
        return path.equals(PATH);
    }

    @Override
    public RawAnswer answer(RawRequest request) {
        if (request.header("Authorization").filter(token::isShownBy).isEmpty()) {
            return text(401, PLAIN, "the token is missing or wrong\n").with("WWW-Authenticate", "Bearer");
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return text(405, PLAIN, "metrics are read\n").with("Allow", "GET, HEAD");
        }
        String form = request.header("Accept")
                        .filter(accepted -> accepted.contains("application/openmetrics-text"))
                        .isPresent()
                ? Scrapes.OPEN_METRICS
                : Scrapes.TEXT;
        return text(200, form, scrapes.get().scrape(form));
    }

    @Override
    public RawAnswer refuse(Fault fault, String requestId) {
        return switch (fault) {
            case Fault.Unavailable(var retryAfter) ->
                text(503, PLAIN, "too much at once\n").with("Retry-After", RawAnswer.seconds(retryAfter));
            case Fault.Bug() -> text(500, PLAIN, "request " + requestId + "\n");
            case Fault.Malformed(),
                    Fault.VersionUnsupported(),
                    Fault.EncodingUnsupported(),
                    Fault.BodyTooLarge(),
                    Fault.BodyLate() -> text(400, PLAIN, "malformed request\n");
        };
    }

    private static RawAnswer text(int status, String type, String text) {
        return RawAnswer.of(
                status,
                Map.of("Content-Type", type, "X-Content-Type-Options", "nosniff"),
                new Body.Whole(text.getBytes(StandardCharsets.UTF_8)));
    }
}
