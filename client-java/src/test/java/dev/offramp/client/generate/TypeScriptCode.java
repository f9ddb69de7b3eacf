package dev.offramp.client.generate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The types and operations in TypeScript, in one file.
record TypeScriptCode(Description description) {

    private static final Path FILE = Path.of("../clients/typescript/src/api.ts");

    Map<Path, String> files() {
        return Map.of(FILE, text());
    }

    private String text() {
        StringBuilder text = new StringBuilder("""
                // Generated from openapi.json by GeneratedTest of client-java; changes here are lost.

                import type { Decimal, ListQuery, Paged, Query } from './core.js';

                """);
        text.append("/** The names under which exact numbers come: as text, so that none is rounded. */\n")
                .append("export const DECIMALS: ReadonlySet<string> = new Set([\n");
        description.decimals().forEach(name -> text.append("  '").append(name).append("',\n"));
        text.append("]);\n");
        description.shapes().forEach((name, members) -> text.append("\n").append(shape(name, members)));
        description.operations().stream()
                .filter(Operation::hasBody)
                .forEach(operation -> text.append("\n").append(body(operation)));
        return text.append("\n")
                .append(events())
                .append("\n")
                .append(operations())
                .toString();
    }

    private static String shape(String name, List<Property> members) {
        return "export interface " + name + " {\n"
                + members.stream().map(member -> member(member, type(member))).collect(Collectors.joining()) + "}\n";
    }

    private static String body(Operation operation) {
        return Prose.block("What `" + operation.id() + "` takes.", "") + "export interface " + operation.bodyName()
                + " {\n"
                + operation.body().stream()
                        .map(member -> member(
                                member, member.type() instanceof Type.Decimal ? "Decimal | number" : type(member)))
                        .collect(Collectors.joining())
                + "}\n";
    }

    private static String member(Property member, String type) {
        return Prose.block(member.description(), "  ") + "  " + member.name() + (member.isRequired() ? "" : "?") + ": "
                + type + (member.isNullable() ? " | null" : "") + ";\n";
    }

    private static String type(Property member) {
        return member.oneOf().isEmpty()
                ? type(member.type())
                : member.oneOf().stream().map(one -> "'" + one + "'").collect(Collectors.joining(" | "));
    }

    private static String type(Type type) {
        return switch (type) {
            case Type.Text _, Type.Time _ -> "string";
            case Type.Flag _ -> "boolean";
            case Type.Whole _ -> "number";
            case Type.Decimal _ -> "Decimal";
            case Type.Anything _ -> "Record<string, unknown>";
            case Type.Of(String shape) -> shape;
            case Type.Many(Type item) -> type(item) + "[]";
            case Type.ByName(Type value) -> "Record<string, " + type(value) + ">";
        };
    }

    private String events() {
        String shapes = description.events().values().stream().distinct().collect(Collectors.joining(" | "));
        String names = description.events().keySet().stream()
                .map(name -> "  '" + name + "',\n")
                .collect(Collectors.joining());
        return "/** An event, as a webhook brings it. */\nexport type Event = " + shapes
                + ";\n\n/** The events that this client knows. */\n"
                + "export const EVENTS: ReadonlySet<string> = new Set([\n" + names + "]);\n";
    }

    private String operations() {
        return """
                /** One method for each operation of the API. How a request is sent is said by Offramp. */
                export abstract class Operations {
                  protected abstract call<T>(method: string, path: string, query?: Query, body?: object): Promise<T>;

                  protected abstract paged<T>(path: string, query: ListQuery): Paged<T>;
                """
                + description.operations().stream()
                        .map(operation -> "\n" + method(operation))
                        .collect(Collectors.joining())
                + "}\n";
    }

    private static String method(Operation operation) {
        List<String> parameters = new ArrayList<>();
        operation.variables().forEach(variable -> parameters.add(variable.name() + ": string"));
        operation
                .query()
                .forEach(parameter -> parameters.add(
                        parameter.name() + (parameter.isRequired() ? "" : "?") + ": " + type(parameter)));
        if (operation.hasBody()) {
            parameters.add("body: " + operation.bodyName());
        }
        if (operation.isPaged()) {
            parameters.add("query: ListQuery = {}");
        }
        return Prose.block(Prose.of(operation), "  ") + "  " + operation.id() + "(" + String.join(", ", parameters)
                + "): " + returned(operation.answer()) + " {\n    return " + asked(operation) + ";\n  }\n";
    }

    private static String asked(Operation operation) {
        String path = "`" + operation.path().replaceAll("\\{(\\w+)}", "\\${encodeURIComponent($1)}") + "`";
        if (operation.isPaged()) {
            return "this.paged(" + path + ", query)";
        }
        String query = operation.query().isEmpty()
                ? "undefined"
                : "{ " + operation.query().stream().map(Property::name).collect(Collectors.joining(", ")) + " }";
        String start = "this.call('" + operation.method() + "', " + path;
        if (operation.hasBody()) {
            return start + ", " + query + ", body)";
        }
        return operation.query().isEmpty() ? start + ")" : start + ", " + query + ")";
    }

    private static String returned(Operation.Answer answer) {
        return switch (answer) {
            case Operation.Answer.Nothing _ -> "Promise<void>";
            case Operation.Answer.One(Type one) -> "Promise<" + type(one) + ">";
            case Operation.Answer.All(Type item) -> "Promise<" + type(item) + "[]>";
            case Operation.Answer.Paged(Type item) -> "Paged<" + type(item) + ">";
        };
    }
}
