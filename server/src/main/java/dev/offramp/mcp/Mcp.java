package dev.offramp.mcp;

import dev.offramp.web.Body;
import dev.offramp.web.Content;
import dev.offramp.web.Face;
import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The transport: one message in the body of a POST, its answer as JSON. Nothing is remembered from one to the
/// next, and nothing is sent that was not asked for.
public final class Mcp implements Face {

    /// Known before it is made.
    public static final String NAME = "mcp";

    /// Where it is reached.
    public static final String PATH = "/mcp";

    /// What a tool finds its caller under.
    static final String CALLER = "caller";

    private static final Map<String, String> JSON =
            Map.of("Content-Type", "application/json", "X-Content-Type-Options", "nosniff");

    private final Protocol protocol;
    private final Authenticator authenticator;
    private final McpJsonMapper mapper;
    private final String origin;

    private Mcp(Protocol protocol, Authenticator authenticator, String publicUrl) {
        this.protocol = protocol;
        this.authenticator = authenticator;
        this.mapper = Protocol.MAPPER;
        this.origin = publicUrl;
    }

    /// @param authenticator asked where a tool's being there depends on whose the credentials are, and not before
    /// @param publicUrl how clients reach the server: pages of other origins may not call
    public static Mcp create(List<ToolBox> boxes, Authenticator authenticator, String publicUrl) {
        return new Mcp(Protocol.of(boxes), authenticator, publicUrl);
    }

    /// Whether what lies there is answered here: known without it being made.
    public static boolean isOurs(String path) {
        return path.equals(PATH);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean claims(String path) {
        return isOurs(path);
    }

    @Override
    public RawAnswer answer(RawRequest request) {
        if (!request.method().equals("POST")) {
            return error(
                            405,
                            ErrorCodes.INVALID_REQUEST,
                            "Send messages with POST: there are no sessions and no streams")
                    .with("Allow", "POST");
        }
        if (request.header("Origin").filter(from -> !isOwn(from)).isPresent()) {
            return error(403, ErrorCodes.INVALID_REQUEST, "Pages of other origins may not call");
        }
        return switch (request.content()) {
            case Content.TooLarge() -> error(413, ErrorCodes.INVALID_REQUEST, "A message has at most 64 KiB");
            case Content.Whole(byte[] bytes) ->
                isJson(request)
                        ? message(request, new String(bytes, StandardCharsets.UTF_8))
                        : error(415, ErrorCodes.INVALID_REQUEST, "Content-Type must be application/json");
        };
    }

    /// A browser names the page that calls; a page elsewhere must not use the credentials of who looks at it, nor this
    /// machine's own view of the network.
    private boolean isOwn(String from) {
        return from.equalsIgnoreCase(origin);
    }

    private static boolean isJson(RawRequest request) {
        return request.header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip())
                .filter("application/json"::equalsIgnoreCase)
                .isPresent();
    }

    private RawAnswer message(RawRequest request, String text) {
        Optional<String> version = request.header("MCP-Protocol-Version");
        if (version.filter(asked -> !Protocol.VERSIONS.contains(asked)).isPresent()) {
            return error(400, ErrorCodes.INVALID_REQUEST, "MCP-Protocol-Version must be one of " + Protocol.VERSIONS);
        }
        McpTransportContext context = McpTransportContext.create(Map.of(CALLER, Caller.of(request, authenticator)));
        try {
            return switch (McpSchema.deserializeJsonRpcMessage(mapper, text)) {
                case JSONRPCRequest asked -> json(200, protocol.answer(context, asked));
                case JSONRPCNotification told -> {
                    protocol.take(context, told);
                    yield RawAnswer.of(202, Map.of(), Body.NONE);
                }
                default -> error(400, ErrorCodes.INVALID_REQUEST, "Nothing was asked of you");
            };
        } catch (IOException | RuntimeException unreadable) {
            return error(400, ErrorCodes.PARSE_ERROR, "That is no JSON-RPC message");
        }
    }

    /// Of no request in particular: it has no id, which the SDK's own record does not allow.
    private RawAnswer error(int status, int code, String message) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        response.put("id", null);
        response.put("error", Map.of("code", code, "message", message));
        return json(status, response);
    }

    private RawAnswer json(int status, Object response) {
        try {
            return RawAnswer.of(status, JSON, new Body.Whole(mapper.writeValueAsBytes(response)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RawAnswer refuse(Fault fault, String requestId) {
        return switch (fault) {
            case Fault.Unavailable(var retryAfter) ->
                error(503, ErrorCodes.INTERNAL_ERROR, "Service unavailable")
                        .with("Retry-After", RawAnswer.seconds(retryAfter));
            case Fault.Bug() -> error(500, ErrorCodes.INTERNAL_ERROR, "Something went wrong: request " + requestId);
            case Fault.BodyTooLarge() -> error(413, ErrorCodes.INVALID_REQUEST, "A message has at most 64 KiB");
            case Fault.BodyLate() -> error(408, ErrorCodes.INVALID_REQUEST, "The message did not arrive in time");
            case Fault.EncodingUnsupported() ->
                error(415, ErrorCodes.INVALID_REQUEST, "Content-Encoding is not supported");
            case Fault.Malformed(), Fault.VersionUnsupported() ->
                error(400, ErrorCodes.INVALID_REQUEST, "Malformed request");
        };
    }
}
