package dev.offramp.http;

import dev.offramp.http.Check.Verdict;
import dev.offramp.http.Check.Verdict.Passed;
import dev.offramp.http.Check.Verdict.Refused;
import dev.offramp.tenancy.Authentication;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.web.Peer;
import dev.offramp.wire.Refusal;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The order of checks. The route was found before them; what exists and what the business allows is the endpoint's
/// to say after them. A request that fails several checks gets the answer of the first.
final class Checks implements Check {

    private final HttpSettings settings;
    private final Authenticator authenticator;
    private final RequestCounter counter;
    private final InstantSource clock;
    private final List<Check> order;

    Checks(HttpSettings settings, Authenticator authenticator, RequestCounter counter, InstantSource clock) {
        this.settings = settings;
        this.authenticator = authenticator;
        this.counter = counter;
        this.clock = clock;
        this.order = List.of(
                this::https,
                this::credentials,
                this::environment,
                this::integrationState,
                this::access,
                this::rateLimit,
                this::pathIds,
                new InputCheck());
    }

    @Override
    public Verdict examine(Call arrived) {
        Call call = arrived;
        for (Check check : order) {
            switch (check.examine(call)) {
                case Passed(Call next) -> call = next;
                case Refused(Call refused, Answer answer) -> {
                    return new Refused(refused, answer.with(refused.limitHeaders()));
                }
            }
        }
        return new Passed(call);
    }

    /// Real money wants a connection that nobody can read.
    private Verdict https(Call call) {
        Peer peer = call.raw().peer();
        boolean isProduction = requestedEnvironment(call)
                .filter(requested -> requested == Environment.PRODUCTION)
                .isPresent();
        boolean isSafe = peer.isSecure()
                || settings.allowsLoopbackHttp() && peer.address().isLoopbackAddress();
        return isProduction && !isSafe ? refused(call, Refusal.HTTPS_REQUIRED) : new Passed(call);
    }

    private Verdict credentials(Call call) {
        Optional<String> appId = call.raw().header(Headers.APP_ID);
        Optional<String> secret = call.raw().header(Headers.APP_SECRET);
        if (appId.isEmpty() || secret.isEmpty()) {
            return refused(call, Refusal.CREDENTIALS_MISSING);
        }
        return switch (authenticator.authenticate(appId.get(), secret.get())) {
            case Authentication.Authenticated caller -> new Passed(call.from(caller));
            case Authentication.InvalidCredentials() -> refused(call, Refusal.CREDENTIALS_INVALID);
        };
    }

    private Verdict environment(Call call) {
        Optional<Environment> requested = requestedEnvironment(call);
        if (requested.isEmpty()) {
            return refused(call, Refusal.ENVIRONMENT_UNKNOWN);
        }
        boolean isOn = requested.get() == Environment.DEVELOPMENT
                || settings.isProductionEnabled()
                        && call.knownCaller().integration().productionApproved();
        return isOn ? new Passed(call.in(requested.get())) : refused(call, Refusal.PRODUCTION_OFF);
    }

    private Verdict integrationState(Call call) {
        return call.knownCaller().integration().isActive()
                ? new Passed(call)
                : refused(call, Refusal.INTEGRATION_INACTIVE);
    }

    /// The credential's own limits: environment, scope and address.
    private Verdict access(Call call) {
        CredentialLimits limits = call.knownCaller().limits();
        boolean isAllowed = limits.allows(call.environment().orElseThrow())
                && limits.allows(call.route().scope())
                && limits.allows(call.raw().peer().address());
        return isAllowed ? new Passed(call) : refused(call, Refusal.ACCESS_FORBIDDEN);
    }

    /// Counted is what may come in at all, whatever is wrong with it otherwise.
    private Verdict rateLimit(Call call) {
        OptionalInt most = call.route().perMinute();
        if (most.isEmpty()) {
            return new Passed(call);
        }
        IntegrationId integration = call.knownCaller().integration().id();
        RateLimit limit = new RateLimit(
                most.getAsInt(), counter.count(integration, call.route().key()));
        return limit.isExceeded()
                ? new Refused(
                        call, Answer.tooMany(limit.retryAfter(clock.instant())).with(limit.headers()))
                : new Passed(call.within(limit));
    }

    private Verdict pathIds(Call call) {
        List<PathParameter> parameters = call.route().parameters();
        Map<String, String> path = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            PathParameter parameter = parameters.get(i);
            Optional<String> value = parameter.read(call.found().variables().get(i));
            if (value.isEmpty()) {
                return new Refused(call, parameter.answer());
            }
            path.put(parameter.name(), value.get());
        }
        return new Passed(call.at(path));
    }

    private static Optional<Environment> requestedEnvironment(Call call) {
        return call.raw().header(Headers.ENVIRONMENT).flatMap(Environment::parse);
    }

    private static Verdict refused(Call call, Refusal refusal) {
        return new Refused(call, Answer.refusal(refusal));
    }
}
