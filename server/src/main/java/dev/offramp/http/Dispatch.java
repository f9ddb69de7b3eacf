package dev.offramp.http;

import dev.offramp.db.Trouble;
import dev.offramp.wire.QueryString;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Sent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From a raw request to its answer: route, checks, endpoint. Never throws; this is the one place where what went wrong
/// is logged.
final class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Routes routes;
    private final OpenPages openPages;
    private final Check checks;
    private final Execution execution;
    private final CallLog log;

    Dispatch(Routes routes, Check checks, Execution execution) {
        this(routes, checks, execution, CallLog.NONE);
    }

    Dispatch(Routes routes, Check checks, Execution execution, CallLog log) {
        this.routes = routes;
        this.openPages = new OpenPages(routes.endpoints());
        this.checks = checks;
        this.execution = execution;
        this.log = log;
    }

    Answer answer(RawRequest raw) {
        return guarded(raw, () -> route(raw));
    }

    private static Answer guarded(RawRequest raw, Supplier<Answer> work) {
        try {
            return work.get();
        } catch (Trouble trouble) {
            LOG.warn("{} {}: {}", raw.method(), raw.path(), trouble.getMessage());
            return Answer.unavailable(trouble.retryAfter());
        } catch (RuntimeException bug) {
            LOG.error("{} {} failed", raw.method(), raw.path(), bug);
            return Answer.refusal(Refusal.SERVER_ERROR);
        }
    }

    private Answer route(RawRequest raw) {
        Optional<Map<String, Sent>> query = QueryString.read(raw.query());
        if (query.isEmpty() || raw.content() instanceof Content.Broken) {
            return Answer.refusal(Refusal.MALFORMED);
        }
        if (raw.content() instanceof Content.Late) {
            return Answer.refusal(Refusal.BODY_LATE);
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
            case Check.Verdict.Passed(Call passed) ->
                guarded(passed.raw(), () -> execution.execute(passed)).with(passed.limitHeaders());
            case Check.Verdict.Refused refused -> refused.answer();
        };
        log.note(verdict.call(), began, answer);
        return answer;
    }
}
