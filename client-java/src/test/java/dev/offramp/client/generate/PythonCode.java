package dev.offramp.client.generate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The types and operations in Python, in one file.
record PythonCode(Description description) {

    private static final Path FILE = Path.of("../clients/python/offramp/api.py");

    Map<Path, String> files() {
        return Map.of(FILE, text());
    }

    private String text() {
        StringBuilder text = new StringBuilder("""
                # Generated from openapi.json by GeneratedTest of client-java; changes here are lost.
                \"""What the API takes and answers, and one method for each operation.\"""

                from abc import ABC, abstractmethod
                from decimal import Decimal
                from typing import Any, Dict, List, Literal, Optional, TypedDict, Union
                from urllib.parse import quote

                from .paged import Paged

                Number = Union[Decimal, int, str]

                # The names under which exact numbers come: as Decimal, so that none is rounded.
                DECIMALS = frozenset(
                    [
                """);
        description
                .decimals()
                .forEach(name -> text.append("        \"").append(name).append("\",\n"));
        text.append("    ]\n)\n\n# The events that this client knows.\nEVENTS = frozenset(\n    [\n");
        description
                .events()
                .keySet()
                .forEach(name -> text.append("        \"").append(name).append("\",\n"));
        text.append("    ]\n)\n");
        description.shapes().forEach((name, members) -> text.append(shape(name, members)));
        String events =
                description.events().values().stream().distinct().collect(Collectors.joining("\", \"", "\"", "\""));
        return text.append("\n\nEvent = Union[")
                .append(events)
                .append("]\n")
                .append(operations())
                .toString();
    }

    /// Of two classes, since what may be missing has no other way to be said in Python 3.9.
    private static String shape(String name, List<Property> members) {
        List<Property> optional =
                members.stream().filter(member -> !member.isRequired()).toList();
        boolean isWhole = optional.isEmpty();
        String rest = isWhole
                ? ""
                : "\n\nclass _" + name + "Maybe(TypedDict, total=False):\n"
                        + members(members, member -> !member.isRequired());
        String parent = isWhole ? "TypedDict" : "_" + name + "Maybe";
        String own = members(members, Property::isRequired);
        return rest + "\n\nclass " + name + "(" + parent + "):\n" + (own.isEmpty() ? "    pass\n" : own);
    }

    private static String members(List<Property> members, Predicate<Property> which) {
        return members.stream()
                .filter(which)
                .map(member -> comment(member.description(), "    ") + "    " + member.name() + ": "
                        + (member.isNullable() ? "Optional[" + type(member) + "]" : type(member)) + "\n")
                .collect(Collectors.joining());
    }

    private static String comment(String text, String indent) {
        return text.isBlank()
                ? ""
                : Prose.wrapped(text, indent.length() + 2).stream()
                        .map(line -> indent + "# " + line + "\n")
                        .collect(Collectors.joining());
    }

    private static String type(Property member) {
        return member.oneOf().isEmpty()
                ? type(member.type())
                : member.oneOf().stream().collect(Collectors.joining("\", \"", "Literal[\"", "\"]"));
    }

    private static String type(Type type) {
        return switch (type) {
            case Type.Text _, Type.Time _ -> "str";
            case Type.Flag _ -> "bool";
            case Type.Whole _ -> "int";
            case Type.Decimal _ -> "Decimal";
            case Type.Anything _ -> "Dict[str, Any]";
            case Type.Of(String shape) -> "\"" + shape + "\"";
            case Type.Many(Type item) -> "List[" + type(item) + "]";
            case Type.ByName(Type value) -> "Dict[str, " + type(value) + "]";
        };
    }

    private String operations() {
        return """


                class Operations(ABC):
                    \"""One method for each operation of the API. How a request is sent is said by Offramp.\"""

                    @abstractmethod
                    def _call(
                        self,
                        method: str,
                        path: str,
                        query: Optional[Dict[str, Any]] = None,
                        body: Optional[Dict[str, Any]] = None,
                    ) -> Any: ...

                    @abstractmethod
                    def _paged(self, path: str, query: Dict[str, Any]) -> Paged[Any]: ...
                """
                + description.operations().stream()
                        .map(operation -> "\n" + method(operation))
                        .collect(Collectors.joining());
    }

    private static String method(Operation operation) {
        List<String> lines = new ArrayList<>();
        lines.add("self");
        operation.variables().forEach(variable -> lines.add(variable(operation, variable) + ": str"));
        List<Property> named = new ArrayList<>(operation.query());
        named.addAll(operation.body());
        if (!named.isEmpty() || operation.isPaged()) {
            lines.add("*");
        }
        named.stream().filter(Property::isRequired).forEach(one -> lines.add(snake(one.name()) + ": " + given(one)));
        named.stream()
                .filter(one -> !one.isRequired())
                .forEach(one -> lines.add(snake(one.name()) + ": Optional[" + given(one) + "] = None"));
        if (operation.isPaged()) {
            for (String field : List.of("page", "size")) {
                lines.add(field + ": Optional[int] = None");
            }
            for (String field : List.of("sort", "filter", "search", "start_date", "end_date")) {
                lines.add(field + ": Optional[str] = None");
            }
        }
        return "    def " + snake(operation.id()) + "(\n"
                + lines.stream().map(line -> "        " + line + ",\n").collect(Collectors.joining()) + "    ) -> "
                + returned(operation.answer()) + ":\n" + documented(operation) + "        return " + asked(operation)
                + "\n";
    }

    /// A body may have a member of the same name.
    private static String variable(Operation operation, Property variable) {
        boolean isTaken =
                operation.body().stream().anyMatch(member -> member.name().equals(variable.name()));
        return isTaken ? "path_" + snake(variable.name()) : snake(variable.name());
    }

    private static String given(Property one) {
        return one.type() instanceof Type.Decimal ? "Number" : type(one);
    }

    private static String documented(Operation operation) {
        List<String> lines = Prose.wrapped(Prose.of(operation), 11);
        String text = String.join("\n        ", lines);
        return "        \"\"\"" + text + (lines.size() == 1 ? "" : "\n        ") + "\"\"\"\n";
    }

    private static String asked(Operation operation) {
        String path =
                operation.variables().isEmpty() ? "\"" + operation.path() + "\"" : "f\"" + pathOf(operation) + "\"";
        if (operation.isPaged()) {
            return "self._paged(\n            " + path + ",\n            {\n"
                    + List.of("page", "size", "sort", "filter", "search", "startDate", "endDate").stream()
                            .map(field -> "                \"" + field + "\": " + snake(field) + ",\n")
                            .collect(Collectors.joining())
                    + "            },\n        )";
        }
        String call = "self._call(\"" + operation.method() + "\", " + path;
        if (!operation.query().isEmpty()) {
            call += ", query=" + dictionary(operation.query());
        }
        if (operation.hasBody()) {
            call += ", body=" + dictionary(operation.body());
        }
        return call + ")";
    }

    private static String pathOf(Operation operation) {
        String path = operation.path();
        for (Property variable : operation.variables()) {
            path = path.replace("{" + variable.name() + "}", "{quote(" + variable(operation, variable) + ", safe='')}");
        }
        return path;
    }

    private static String dictionary(List<Property> members) {
        return members.stream()
                .map(member -> "            \"" + member.name() + "\": " + snake(member.name()) + ",\n")
                .collect(Collectors.joining("", "{\n", "        }"));
    }

    private static String returned(Operation.Answer answer) {
        return switch (answer) {
            case Operation.Answer.Nothing _ -> "None";
            case Operation.Answer.One(Type one) -> type(one);
            case Operation.Answer.All(Type item) -> "List[" + type(item) + "]";
            case Operation.Answer.Paged(Type item) -> "Paged[" + type(item) + "]";
        };
    }

    /// `amountInUSD` is `amount_in_usd`; what is a word of the language gets a line below it.
    static String snake(String name) {
        String snake = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
        return snake.equals("from") ? "from_" : snake;
    }
}
