package dev.offramp.mcp;

import dev.offramp.tenancy.Authentication;
import dev.offramp.tenancy.Authentication.Authenticated;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import dev.offramp.web.Content;
import dev.offramp.web.Late;
import dev.offramp.web.RawRequest;
import io.modelcontextprotocol.common.McpTransportContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Who calls a tool, as far as the headers tell.
///
/// @param request the message that the call came in
/// @param known whose credentials these are, where the API would take them in development; found out when it is first
///     asked for, once for each message
record Caller(RawRequest request, Supplier<Optional<Integration>> known) {

    private static final String APP_ID = "x-app-id";
    private static final String APP_SECRET = "x-app-secret";
    private static final String ENVIRONMENT = "X-Breet-Env";

    static Caller of(RawRequest request, Authenticator authenticator) {
        return new Caller(request, new Late<>(() -> known(request, authenticator)));
    }

    static Caller of(McpTransportContext context) {
        return (Caller) context.get(Mcp.CALLER);
    }

    boolean hasCredentials() {
        return request.header(APP_ID).isPresent() && request.header(APP_SECRET).isPresent();
    }

    /// Whoever says nothing of it means the sandbox.
    boolean isInSandbox() {
        return request.header(ENVIRONMENT)
                .map(text -> Environment.parse(text).equals(Optional.of(Environment.DEVELOPMENT)))
                .orElse(true);
    }

    /// The business whose sandbox this is; empty where the API would refuse, whatever was asked.
    Optional<Integration> inSandbox() {
        return known.get();
    }

    private static Optional<Integration> known(RawRequest request, Authenticator authenticator) {
        String appId = request.header(APP_ID).orElse("");
        String secret = request.header(APP_SECRET).orElse("");
        return switch (authenticator.authenticate(appId, secret)) {
            case Authenticated(Integration integration, var _, var limits) ->
                Optional.of(integration)
                        .filter(Integration::isActive)
                        .filter(_ -> limits.allows(Environment.DEVELOPMENT)
                                && limits.allows(request.peer().address()));
            case Authentication.InvalidCredentials() -> Optional.empty();
        };
    }

    /// The request that this caller would have sent to the API: with his credentials, from where he is.
    ///
    /// @param query as it stands behind the question mark
    RawRequest asking(String method, String path, String query, Content content) {
        Map<String, String> own = Map.of("content-type", "application/json");
        return new RawRequest(
                request.requestId(), method, path, query, name -> header(own, name), request.peer(), content);
    }

    private Optional<String> header(Map<String, String> own, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case APP_ID, APP_SECRET, "user-agent" -> request.header(name);
            case "x-breet-env" -> Optional.of(request.header(name).orElse(Environment.DEVELOPMENT.code()));
            default -> Optional.ofNullable(own.get(name.toLowerCase(Locale.ROOT)));
        };
    }

    @Override
    public String toString() {
        return "Caller[" + request + "]";
    }
}
