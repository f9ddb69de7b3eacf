package dev.offramp.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The SDK's server, and the hook by which it hands its handler to a transport of ours.
final class Protocol implements McpStatelessServerTransport {

    static final McpJsonMapper MAPPER =
            new JacksonMcpJsonMapper(JsonMapper.builder().build());

    static final List<String> VERSIONS =
            List.of(ProtocolVersions.MCP_2025_03_26, ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_11_25);

    /// Below the time within which everything is answered.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String ABOUT = """
            Offramp is a self-hosted crypto off-ramp that speaks the Breet v1 API. Search the documentation before you \
            answer; name the page. explain_error takes an error message or a whole answer. With the headers x-app-id, \
            x-app-secret and X-Breet-Env there are also tools that read that business's own data, and where an owner of it \
            switched them on, tools that make deposits up in its sandbox.""";

    private Optional<McpStatelessServerHandler> handler = Optional.empty();

    private Protocol() {}

    static Protocol of(List<ToolBox> boxes) {
        Protocol protocol = new Protocol();
        List<Tool> tools = boxes.stream().flatMap(box -> box.tools().stream()).toList();
        McpServer.sync(protocol)
                .serverInfo("offramp", "1")
                .instructions(ABOUT)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .jsonMapper(MAPPER)
                .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                .validateToolInputs(true)
                .immediateExecution(true)
                .requestTimeout(PATIENCE)
                .addToolFilter((context, told) -> tools.stream()
                        .filter(tool -> tool.name().equals(told.name()))
                        .allMatch(tool -> tool.isOffered(Caller.of(context))))
                .tools(tools.stream().map(Protocol::specified).toList())
                .build();
        return protocol;
    }

    private static SyncToolSpecification specified(Tool tool) {
        return new SyncToolSpecification(tool.told(), (context, request) -> tool.call(Caller.of(context), request));
    }

    JSONRPCResponse answer(McpTransportContext context, JSONRPCRequest request) {
        return handler.orElseThrow()
                .handleRequest(context, request)
                .contextWrite(values -> values.put(McpTransportContext.KEY, context))
                .block();
    }

    void take(McpTransportContext context, JSONRPCNotification notification) {
        handler.orElseThrow()
                .handleNotification(context, notification)
                .contextWrite(values -> values.put(McpTransportContext.KEY, context))
                .block();
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler given) {
        handler = Optional.of(given);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    @Override
    public List<String> protocolVersions() {
        return VERSIONS;
    }
}
