package dev.offramp.mcp;

import dev.offramp.db.Trouble;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a model may call.
///
/// @param description what a model decides by whether to call it
/// @param arguments all that it takes; anything else is refused
/// @param changes whether it changes anything
public record Tool(
        String name,
        String title,
        String description,
        List<Argument> arguments,
        Audience audience,
        boolean changes,
        Work work) {

    private static final Logger LOG = LoggerFactory.getLogger(Tool.class);

    /// Text that a tool takes.
    ///
    /// @param lengthMax in characters
    /// @param pattern that the whole of it fits, if it must look like something
    public record Argument(
            String name, String description, int lengthMax, boolean isRequired, Optional<String> pattern) {

        private static final int DECIMAL_MAX = 40;

        Argument(String name, String description, int lengthMax, boolean isRequired) {
            this(name, description, lengthMax, isRequired, Optional.empty());
        }

        /// A number that must be there. It is text, since numbers of JSON are not exact to all who read them.
        static Argument decimal(String name, String description) {
            return new Argument(name, description, DECIMAL_MAX, true, Optional.of("^[0-9]+(\\.[0-9]+)?$"));
        }

        Map<String, Object> schema() {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", "string");
            schema.put("description", description);
            schema.put("maxLength", lengthMax);
            pattern.ifPresent(known -> schema.put("pattern", known));
            return schema;
        }
    }

    /// What it does.
    interface Work {

        Found find(Caller caller, Arguments arguments);
    }

    /// What came of it; a model reads the text.
    ///
    /// @param isError whether it did not work: then the text says why
    record Found(String text, boolean isError) {

        static Found of(String text) {
            return new Found(text, false);
        }

        static Found error(String why) {
            return new Found(why, true);
        }
    }

    /// Where nobody can say so at the moment it is not: the SDK would list nothing at all.
    boolean isOffered(Caller caller) {
        try {
            return audience.refusal(caller).isEmpty();
        } catch (Trouble trouble) {
            LOG.warn("{}: {}", name, trouble.getMessage());
            return false;
        }
    }

    McpSchema.Tool told() {
        Map<String, Object> properties = new LinkedHashMap<>();
        arguments.forEach(argument -> properties.put(argument.name(), argument.schema()));
        Map<String, Object> schema = Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                arguments.stream()
                        .filter(Argument::isRequired)
                        .map(Argument::name)
                        .toList(),
                "additionalProperties",
                false);
        return McpSchema.Tool.builder(name, schema)
                .title(title)
                .description(description)
                .annotations(new ToolAnnotations(title, !changes, false, !changes, false, null))
                .build();
    }

    CallToolResult call(Caller caller, CallToolRequest request) {
        Found found = find(caller, new Arguments(request.arguments()));
        return CallToolResult.builder()
                .addTextContent(found.text())
                .isError(found.isError())
                .build();
    }

    /// Trouble is said here: further up the SDK would say it in its words.
    private Found find(Caller caller, Arguments arguments) {
        try {
            return audience.refusal(caller).map(Found::error).orElseGet(() -> work.find(caller, arguments));
        } catch (Trouble trouble) {
            LOG.warn("{}: {}", name, trouble.getMessage());
            return Found.error("The server cannot answer at the moment. Try again in a while.");
        }
    }
}
