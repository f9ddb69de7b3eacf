package dev.offramp.client.generate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The records, and `Operations`, in Java.
record JavaCode(Description description) {

    private static final Path FOLDER = Path.of("src/main/java/dev/offramp/client");
    private static final String NOTE = "// Generated from openapi.json by GeneratedTest; changes here are lost.\n";

    Map<Path, String> files() {
        Map<Path, String> files = new TreeMap<>();
        description.shapes().forEach((name, members) -> files.put(api(name), record(name, members)));
        description.operations().stream()
                .filter(Operation::hasBody)
                .forEach(operation -> files.put(api(operation.bodyName()), body(operation)));
        files.put(FOLDER.resolve("Operations.java"), operations());
        return files;
    }

    private static Path api(String name) {
        return FOLDER.resolve("api/" + name + ".java");
    }

    private String record(String name, List<Property> members) {
        boolean isEvent = description.events().containsValue(name);
        String events = description.events().entrySet().stream()
                .filter(event -> event.getValue().equals(name))
                .map(event -> "`" + event.getKey() + "`")
                .collect(Collectors.joining(", "));
        String what = isEvent ? "An event: " + events + "." : "As the API answers it: " + name + ".";
        return header(members) + documented(what, members) + "public record " + name + "(\n" + components(members) + ")"
                + (isEvent ? " implements Event" : "") + " {}\n";
    }

    private String body(Operation operation) {
        List<Property> members = operation.body();
        String name = operation.bodyName();
        String optional = members.stream()
                .filter(member -> !member.isRequired())
                .map(member -> wither(name, members, member))
                .collect(Collectors.joining());
        return header(members) + documented("What `" + operation.id() + "` takes.", members) + "public record " + name
                + "(\n" + components(members) + ") {\n" + factory(name, members) + optional + secret(name, members)
                + "}\n";
    }

    private static String documented(String what, List<Property> members) {
        StringBuilder text = new StringBuilder("/**\n * " + escaped(what) + "\n");
        List<Property> told = members.stream()
                .filter(member -> !member.description().isEmpty())
                .toList();
        if (!told.isEmpty()) {
            text.append(" *\n");
        }
        for (Property member : told) {
            String line = "@param " + member.name() + " " + escaped(member.description());
            Prose.wrapped(line, 3)
                    .forEach(part -> text.append(" * ").append(part).append("\n"));
        }
        return text.append(" */\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("*/", "*&#47;");
    }

    private static String header(List<Property> members) {
        TreeSet<String> imports = new TreeSet<>();
        members.forEach(member -> {
            addImports(member.type(), imports);
            if (!member.isCertain()) {
                imports.add("java.util.Optional");
            }
        });
        return NOTE + "package dev.offramp.client.api;\n\n" + imports(imports);
    }

    private static String imports(TreeSet<String> imports) {
        return imports.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining())
                + (imports.isEmpty() ? "" : "\n");
    }

    private static void addImports(Type type, TreeSet<String> imports) {
        switch (type) {
            case Type.Time _ -> imports.add("java.time.Instant");
            case Type.Decimal _ -> imports.add("java.math.BigDecimal");
            case Type.Anything _ -> imports.add("tools.jackson.databind.JsonNode");
            case Type.Many(Type item) -> {
                imports.add("java.util.List");
                addImports(item, imports);
            }
            case Type.ByName(Type value) -> {
                imports.add("java.util.Map");
                addImports(value, imports);
            }
            case Type.Text _, Type.Flag _, Type.Whole _, Type.Of _ -> {}
        }
    }

    private static String components(List<Property> members) {
        return members.stream()
                .map(member -> "        " + declared(member) + " " + member.name())
                .collect(Collectors.joining(",\n"));
    }

    private static String declared(Property member) {
        return member.isCertain() ? primitive(member.type()) : "Optional<" + boxed(member.type()) + ">";
    }

    private static String primitive(Type type) {
        return switch (type) {
            case Type.Flag _ -> "boolean";
            case Type.Whole(boolean isLong) -> isLong ? "long" : "int";
            default -> boxed(type);
        };
    }

    private static String boxed(Type type) {
        return switch (type) {
            case Type.Text _ -> "String";
            case Type.Time _ -> "Instant";
            case Type.Flag _ -> "Boolean";
            case Type.Whole(boolean isLong) -> isLong ? "Long" : "Integer";
            case Type.Decimal _ -> "BigDecimal";
            case Type.Anything _ -> "JsonNode";
            case Type.Of(String shape) -> shape;
            case Type.Many(Type item) -> "List<" + boxed(item) + ">";
            case Type.ByName(Type value) -> "Map<String, " + boxed(value) + ">";
        };
    }

    /// With what must be there.
    private static String factory(String name, List<Property> members) {
        String parameters = members.stream()
                .filter(Property::isRequired)
                .map(member -> primitive(member.type()) + " " + member.name())
                .collect(Collectors.joining(", "));
        String arguments = members.stream()
                .map(member -> member.isRequired() ? member.name() : "Optional.empty()")
                .collect(Collectors.joining(", "));
        return "\n    /** With what must be there. */\n    public static " + name + " of(" + parameters
                + ") {\n        return new " + name + "(" + arguments + ");\n    }\n";
    }

    private static String wither(String name, List<Property> members, Property changed) {
        String method = "with" + Character.toUpperCase(changed.name().charAt(0))
                + changed.name().substring(1);
        String arguments = members.stream()
                .map(member -> member.equals(changed) ? "Optional.of(" + member.name() + ")" : member.name())
                .collect(Collectors.joining(", "));
        return "\n    public " + name + " " + method + "(" + primitive(changed.type()) + " " + changed.name()
                + ") {\n        return new " + name + "(" + arguments + ");\n    }\n";
    }

    /// A PIN stays out of every log.
    private static String secret(String name, List<Property> members) {
        return members.stream().noneMatch(member -> member.name().equals("pin"))
                ? ""
                : "\n    /** Without the PIN. */\n    @Override\n    public String toString() {\n        return \""
                        + name + "\";\n    }\n";
    }

    private String operations() {
        TreeSet<String> imports = new TreeSet<>(List.of("java.util.List", "java.util.Optional"));
        description.operations().forEach(operation -> {
            operation.body().stream().findFirst().ifPresent(_ -> imports.add(api(operation)));
            shapes(operation.answer()).forEach(shape -> imports.add("dev.offramp.client.api." + shape));
        });
        String methods =
                description.operations().stream().map(JavaCode::methods).collect(Collectors.joining("\n"));
        return NOTE + "package dev.offramp.client;\n\n" + imports(imports) + """
                /** One method for each operation of the API. How a request is sent is said by {@link Offramp}. */
                public abstract class Operations {

                    Operations() {}

                    abstract <T> T one(Call call, Class<T> type);

                    abstract <T> List<T> all(Call call, Class<T> item);

                    abstract <T> Paged<T> paged(Call call, Class<T> item);

                    abstract void done(Call call);

                """ + methods + "}\n";
    }

    private static String api(Operation operation) {
        return "dev.offramp.client.api." + operation.bodyName();
    }

    private static Stream<String> shapes(Operation.Answer answer) {
        Type type = switch (answer) {
            case Operation.Answer.Nothing _ -> new Type.Text();
            case Operation.Answer.One(Type one) -> one;
            case Operation.Answer.All(Type item) -> item;
            case Operation.Answer.Paged(Type item) -> item;
        };
        return type instanceof Type.Of(String shape) ? Stream.of(shape) : Stream.empty();
    }

    /// One, or two where a parameter may be left out.
    private static String methods(Operation operation) {
        boolean hasOptional = operation.query().stream().anyMatch(parameter -> !parameter.isRequired());
        return hasOptional ? method(operation, false) + "\n" + method(operation, true) : method(operation, true);
    }

    private static String method(Operation operation, boolean withOptional) {
        List<String> parameters = new ArrayList<>();
        operation.variables().forEach(variable -> parameters.add("String " + variable.name()));
        List<Property> query = operation.query().stream()
                .filter(parameter -> withOptional || parameter.isRequired())
                .toList();
        query.forEach(parameter -> parameters.add("String " + parameter.name()));
        if (operation.hasBody()) {
            parameters.add(operation.bodyName() + " body");
        }
        if (operation.isPaged()) {
            parameters.add("ListQuery query");
        }
        return Prose.block(escaped(Prose.of(operation)), "    ") + "    public " + returned(operation.answer()) + " "
                + operation.id() + "(" + String.join(", ", parameters) + ") {\n        " + asked(operation, query)
                + ";\n    }\n";
    }

    private static String asked(Operation operation, List<Property> query) {
        String path = Stream.concat(
                        Stream.of("\"" + operation.path().replaceAll("\\{\\w+}", "{}") + "\""),
                        operation.variables().stream().map(Property::name))
                .collect(Collectors.joining(", "));
        StringBuilder call = new StringBuilder("Call.of(\"" + operation.method() + "\", " + path + ")");
        query.forEach(parameter ->
                call.append(".query(\"" + parameter.name() + "\", Optional.of(" + parameter.name() + "))"));
        if (operation.hasBody()) {
            call.append(".body(body)");
        }
        if (operation.isPaged()) {
            call.append(".query(query)");
        }
        return switch (operation.answer()) {
            case Operation.Answer.Nothing _ -> "done(" + call + ")";
            case Operation.Answer.One(Type type) -> "return one(" + call + ", " + boxed(type) + ".class)";
            case Operation.Answer.All(Type item) -> "return all(" + call + ", " + boxed(item) + ".class)";
            case Operation.Answer.Paged(Type item) -> "return paged(" + call + ", " + boxed(item) + ".class)";
        };
    }

    private static String returned(Operation.Answer answer) {
        return switch (answer) {
            case Operation.Answer.Nothing _ -> "void";
            case Operation.Answer.One(Type type) -> boxed(type);
            case Operation.Answer.All(Type item) -> "List<" + boxed(item) + ">";
            case Operation.Answer.Paged(Type item) -> "Paged<" + boxed(item) + ">";
        };
    }
}
