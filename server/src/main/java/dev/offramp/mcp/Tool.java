package dev.offramp.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What a model may call.
///
/// @param description what a model decides by whether to call it
/// @param arguments all that it takes; anything else is refused
/// @param offered to whom it is shown, and for whom it works
/// @param changes whether it changes anything
public record Tool(
        String name,
        String title,
        String description,
        List<Argument> arguments,
        Predicate<Caller> offered,
        boolean changes,
        Work work) {

    /// Text that a tool takes.
    ///
    /// @param lengthMax in characters
    public record Argument(String name, String description, int lengthMax, boolean isRequired) {

        Map<String, Object> schema() {
            return Map.of("type", "string", "description", description, "maxLength", lengthMax);
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

    boolean isOffered(Caller caller) {
        return offered.test(caller);
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
        Found found = isOffered(caller)
                ? work.find(caller, new Arguments(request.arguments()))
                : Found.error("This tool needs the headers x-app-id and x-app-secret of a business that may use it.");
        return CallToolResult.builder()
                .addTextContent(found.text())
                .isError(found.isError())
                .build();
    }
}
