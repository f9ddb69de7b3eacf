package dev.offramp.mcp;

import dev.offramp.web.Content;
import dev.offramp.web.RawRequest;
import io.modelcontextprotocol.common.McpTransportContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who calls a tool, as far as the headers tell.
///
/// @param request the message that the call came in
record Caller(RawRequest request) {

    private static final String ENVIRONMENT = "X-Breet-Env";
    private static final String SANDBOX = "development";

    static Caller of(McpTransportContext context) {
        return new Caller((RawRequest) context.get(Mcp.CALLER));
    }

    boolean hasCredentials() {
        return request.header("x-app-id").isPresent()
                && request.header("x-app-secret").isPresent();
    }

    /// Whoever says nothing of it means the sandbox.
    boolean isInSandbox() {
        String environment = request.header(ENVIRONMENT).orElse(SANDBOX).toLowerCase(Locale.ROOT);
        return environment.equals(SANDBOX) || environment.equals("sandbox");
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
            case "x-app-id", "x-app-secret", "user-agent" -> request.header(name);
            case "x-breet-env" -> Optional.of(request.header(name).orElse(SANDBOX));
            default -> Optional.ofNullable(own.get(name.toLowerCase(Locale.ROOT)));
        };
    }
}
