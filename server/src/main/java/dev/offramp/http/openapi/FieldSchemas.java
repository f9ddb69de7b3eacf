package dev.offramp.http.openapi;

import dev.offramp.http.PathParameter;
import dev.offramp.lists.ListField;
import dev.offramp.wire.ChoiceField;
import dev.offramp.wire.DecimalField;
import dev.offramp.wire.Field;
import dev.offramp.wire.FilterField;
import dev.offramp.wire.FlagField;
import dev.offramp.wire.Form;
import dev.offramp.wire.FormRule;
import dev.offramp.wire.PinField;
import dev.offramp.wire.SortField;
import dev.offramp.wire.TextField;
import dev.offramp.wire.TimeField;
import dev.offramp.wire.WholeField;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The schemas of what requests carry.
final class FieldSchemas {

    /// No control characters and no line separators.
    private static final String PRINTABLE = "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$";

    private static final int PATH_TEXT_MAX = 100;

    private FieldSchemas() {}

    /// A body: these fields and no other.
    static Node body(Form form) {
        Node properties = Node.empty();
        form.fields().forEach(field -> properties.with(field.name(), schema(field)));
        List<String> required = form.fields().stream()
                .filter(Field::isRequired)
                .map(Field::name)
                .toList();
        Node body = Node.of("type", "object")
                .withAny("required", required)
                .with("properties", properties)
                .with("additionalProperties", false);
        form.rules().forEach(rule -> rule(body, rule));
        return body;
    }

    private static void rule(Node body, FormRule rule) {
        switch (rule) {
            case FormRule.Together(List<Field<?>> group) -> body.with("dependentRequired", together(group));
            case FormRule.Requiring(Field<?> field, Field<?> needed) ->
                body.with("dependentRequired", Node.of(field.name(), List.of(needed.name())));
            case FormRule.ExactlyOne(List<Field<?>> group) ->
                body.with(
                        "oneOf",
                        group.stream()
                                .map(field -> Node.of("required", List.of(field.name())))
                                .toList());
        }
    }

    private static Node together(List<Field<?>> group) {
        Node needed = Node.empty();
        for (Field<?> field : group) {
            List<String> others = group.stream()
                    .filter(other -> other != field)
                    .map(Field::name)
                    .toList();
            needed.with(field.name(), others);
        }
        return needed;
    }

    static List<Node> query(Form form) {
        return form.fields().stream()
                .map(field -> Node.of("name", field.name())
                        .with("in", "query")
                        .with("required", field.isRequired())
                        .with("schema", schema(field)))
                .toList();
    }

    static Node path(PathParameter parameter) {
        Node schema = Node.of("type", "string");
        Node seen = switch (parameter.form()) {
            case OBJECT_ID -> schema.with("pattern", "^[0-9a-fA-F]{24}$");
            case OBJECT_ID_OR_NUMBER -> schema.with("pattern", "^([0-9a-fA-F]{24}|[0-9]{1,10})$");
            case TEXT ->
                schema.with("minLength", 1).with("maxLength", PATH_TEXT_MAX).with("pattern", PRINTABLE);
        };
        return Node.of("name", parameter.name())
                .with("in", "path")
                .with("required", true)
                .with("schema", seen);
    }

    private static Node schema(Field<?> field) {
        return switch (field) {
            case TextField text -> text(text);
            case DecimalField decimal -> decimal(decimal);
            case WholeField whole ->
                Node.of("type", "integer").with("minimum", whole.from()).with("maximum", whole.to());
            case FlagField _ -> Node.of("type", "boolean");
            case ChoiceField<?> choice ->
                Node.of("type", "string").with("description", "In any case.").with("enum", choice.spellings());
            case PinField _ ->
                Node.of("type", "string")
                        .with("description", "The transaction PIN.")
                        .with("pattern", "^[0-9]{4,6}$");
            case TimeField _ ->
                Node.of("type", "string")
                        .with("description", "ISO 8601: a time with its zone, or a date, which is its start in UTC.");
            case SortField sort ->
                Node.of("type", "string")
                        .with("description", "A field; after a minus, the greatest first.")
                        .with("enum", orders(sort));
            case FilterField filter -> filter(filter);
        };
    }

    private static Node text(TextField field) {
        Node schema = Node.of("type", "string").with("minLength", field.min()).with("maxLength", field.max());
        return field.digitsOnly() ? schema.with("pattern", "^[0-9]*$") : schema.with("pattern", PRINTABLE);
    }

    private static Node decimal(DecimalField field) {
        Node schema = Node.of("type", "number")
                .with("description", "At most " + field.decimals() + " decimals.")
                .with("x-decimals", field.decimals());
        if (field.isPositive()) {
            schema.with("exclusiveMinimum", 0);
        }
        field.from().ifPresent(least -> schema.with("minimum", least));
        field.to().ifPresent(most -> schema.with("maximum", most));
        return schema;
    }

    private static List<String> orders(SortField field) {
        return field.fields().stream()
                .flatMap(name -> Stream.of(name, "-" + name))
                .toList();
    }

    private static Node filter(FilterField field) {
        String fields = field.fields().stream()
                .map(known -> "`" + known.name() + "` (" + known.expects() + ")")
                .collect(Collectors.joining(", "));
        String names = field.fields().stream().map(ListField::name).collect(Collectors.joining("|"));
        return Node.of("type", "string")
                .with(
                        "description",
                        "`field:value`, several parted by commas; a comma or backslash of a value has a backslash"
                                + " before it. Fields: " + fields + ".")
                .with("pattern", "^\\s*(" + names + ")\\s*:");
    }
}
