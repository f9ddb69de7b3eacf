package dev.offramp.look;

import dev.offramp.web.Body;
import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Answers of one line, for programs and browsers that would do nothing with a page; and what is said of a fault
/// wherever there is no page to say it on.
public final class PlainLine {

    private static final Map<String, String> TYPE = Map.of("Content-Type", "text/plain; charset=utf-8");

    private PlainLine() {}

    /// How a status and a line become an answer.
    public interface Dress {
        RawAnswer of(int status, String line);
    }

    public static RawAnswer answer(int status, String line) {
        return Html.safe(status, TYPE, new Body.Whole((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    public static RawAnswer refuse(Fault fault, String requestId) {
        return refuse(fault, requestId, PlainLine::answer);
    }

    /// The same line in another dress.
    public static RawAnswer refuse(Fault fault, String requestId, Dress dress) {
        return switch (fault) {
            case Fault.Unavailable(var retryAfter) ->
                dress.of(503, "service unavailable").with("Retry-After", RawAnswer.seconds(retryAfter));
            case Fault.Bug() -> dress.of(500, "something went wrong: request " + requestId);
            case Fault.Malformed(),
                    Fault.VersionUnsupported(),
                    Fault.EncodingUnsupported(),
                    Fault.BodyTooLarge(),
                    Fault.BodyLate() -> dress.of(400, "malformed request");
        };
    }
}
