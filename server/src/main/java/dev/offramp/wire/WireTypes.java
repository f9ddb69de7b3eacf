package dev.offramp.wire;

import java.io.Serial;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/// How the few types that records are made of are written.
final class WireTypes extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    WireTypes() {
        addSerializer(BigDecimal.class, new PlainNumber());
        addSerializer(Instant.class, new IsoTime());
        addSerializer(OrNull.class, new ValueOrNull());
        addSerializer(RawJson.class, new AsIs());
    }

    private static final class PlainNumber extends ValueSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
            out.writeNumber(Decimals.plain(value));
        }
    }

    private static final class IsoTime extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeString(MILLISECONDS.format(value));
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class ValueOrNull extends ValueSerializer<OrNull> {
        @Override
        public void serialize(OrNull value, JsonGenerator out, SerializationContext context) {
            if (value.value().isPresent()) {
                out.writePOJO(value.value().get());
            } else {
                out.writeNull();
            }
        }
    }

    private static final class AsIs extends ValueSerializer<RawJson> {
        @Override
        public void serialize(RawJson value, JsonGenerator out, SerializationContext context) {
            out.writeRawValue(value.text());
        }
    }
}
