package dev.offramp.db;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Many rows as one parameter: a JSON array for `json_to_recordset`, for tables too wide for one array per column.
public final class JsonRows {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private JsonRows() {}

    /// One object per item, with the columns that `fill` puts.
    public static <T> String of(Collection<T> items, BiConsumer<Row, T> fill) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            Row row = new Row(out);
            out.writeStartArray();
            for (T item : items) {
                out.writeStartObject();
                fill.accept(row, item);
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        return text.toString();
    }

    /// The row being written. A column that is not put is NULL.
    public static final class Row {
        private final JsonGenerator out;

        private Row(JsonGenerator out) {
            this.out = out;
        }

        public Row put(String column, String value) {
            out.writeStringProperty(column, value);
            return this;
        }

        public Row put(String column, long value) {
            out.writeNumberProperty(column, value);
            return this;
        }

        public Row put(String column, BigDecimal value) {
            out.writeNumberProperty(column, value);
            return this;
        }

        public Row put(String column, BigInteger value) {
            out.writeNumberProperty(column, value);
            return this;
        }

        public Row put(String column, boolean value) {
            out.writeBooleanProperty(column, value);
            return this;
        }

        public Row put(String column, Instant value) {
            out.writeStringProperty(column, value.toString());
            return this;
        }

        public Row putText(String column, Optional<String> value) {
            value.ifPresent(text -> out.writeStringProperty(column, text));
            return this;
        }

        public Row putNumber(String column, Optional<? extends Number> value) {
            value.ifPresent(number -> out.writeNumberProperty(column, new BigDecimal(number.toString())));
            return this;
        }
    }
}
