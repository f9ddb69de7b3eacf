package dev.offramp.http;

import dev.offramp.db.Trouble;
import dev.offramp.tenancy.RequestWindow;
import dev.offramp.web.Face;
import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import dev.offramp.wire.QueryString;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The face that speaks to programs: from a raw request to its answer in the envelope, by route, checks and endpoint.
public final class Http implements Face {

    private static final Logger LOG = LoggerFactory.getLogger(Http.class);

    private final Routes routes;
    private final OpenPages openPages;
    private final Check checks;
    private final Execution execution;
    private final CallLog log;

    Http(Routes routes, Check checks, Execution execution) {
        this(routes, checks, execution, CallLog.NONE);
    }

    Http(Routes routes, Check checks, Execution execution, CallLog log) {
        this.routes = routes;
        this.openPages = new OpenPages(routes.endpoints());
        this.checks = checks;
        this.execution = execution;
        this.log = log;
    }

    /// What is known of callers: who they are, how often they ask, what they asked.
    public record Callers(Authenticator authenticator, RequestCounter counter, RequestLog log) {}

    public static Http create(
            HttpSettings settings,
            Callers callers,
            List<Endpoint> endpoints,
            Repetitions repetitions,
            InstantSource clock) {
        Checks checks = new Checks(settings, callers.authenticator(), callers.counter(), clock);
        return new Http(new Routes(endpoints), checks, repetitions, new CallLog(callers.log(), clock));
    }

    /// [#create] for endpoints that change nothing: idempotency keys mean nothing, and no limit is reached.
    public static Http create(
            HttpSettings settings, Authenticator authenticator, List<Endpoint> endpoints, InstantSource clock) {
        RequestCounter first = (integration, route) -> new RequestWindow(clock.instant(), 1);
        Checks checks = new Checks(settings, authenticator, first, clock);
        return new Http(new Routes(endpoints), checks, Execution.WITHOUT_EFFECT);
    }

    /// The API as it is served at `/openapi.json`.
    public byte[] description() {
        return openPages.description();
    }

    @Override
    public String name() {
        return "api";
    }

    @Override
    public boolean claims(String path) {
        return path.equals(Routes.ROOT) || path.startsWith(Routes.ROOT + "/") || OpenPages.claims(path);
    }

    @Override
    public RawAnswer answer(RawRequest request) {
        return inEnvelope(request).raw();
    }

    @Override
    public RawAnswer refuse(Fault fault, String requestId) {
        return refusal(fault).raw();
    }

    private static Answer refusal(Fault fault) {
        return switch (fault) {
            case Fault.Malformed() -> Answer.refusal(Refusal.MALFORMED);
            case Fault.VersionUnsupported() -> Answer.refusal(Refusal.HTTP_VERSION);
            case Fault.EncodingUnsupported() -> Answer.refusal(Refusal.CONTENT_ENCODING_UNSUPPORTED);
            case Fault.BodyTooLarge() -> Answer.refusal(Refusal.BODY_TOO_LARGE);
            case Fault.BodyLate() -> Answer.refusal(Refusal.BODY_LATE);
            case Fault.Unavailable(Duration retryAfter) -> Answer.unavailable(retryAfter);
            case Fault.Bug() -> Answer.refusal(Refusal.SERVER_ERROR);
        };
    }

    Answer inEnvelope(RawRequest raw) {
        Optional<Map<String, Sent>> query = QueryString.read(raw.query());
        if (query.isEmpty()) {
            return Answer.refusal(Refusal.MALFORMED);
        }
        return openPages
                .find(raw)
                .or(() -> routes.find(raw.method(), raw.path()).map(found -> call(Call.of(raw, found, query.get()))))
                .orElseGet(() -> Answer.refusal(Refusal.UNKNOWN_ROUTE, raw.method(), raw.path()));
    }

    private Answer call(Call call) {
        Instant began = log.clock().instant();
        Check.Verdict verdict = checks.examine(call);
        Answer answer = switch (verdict) {
            case Check.Verdict.Passed(Call passed) -> execute(passed).with(passed.limitHeaders());
            case Check.Verdict.Refused refused -> refused.answer();
        };
        log.note(verdict.call(), began, answer);
        return answer;
    }

    /// What goes wrong here still tells of the route's limit.
    private Answer execute(Call call) {
        try {
            return execution.execute(call);
        } catch (Trouble trouble) {
            LOG.warn("{} {}: {}", call.raw().method(), call.raw().path(), trouble.getMessage());
            return refusal(new Fault.Unavailable(trouble.retryAfter()));
        } catch (RuntimeException bug) {
            LOG.error("{} {} failed", call.raw().method(), call.raw().path(), bug);
            return refusal(new Fault.Bug());
        }
    }
}
