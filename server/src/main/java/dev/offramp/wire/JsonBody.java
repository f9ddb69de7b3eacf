package dev.offramp.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads the body of a request: one JSON object, strictly. UTF-8 is checked before parsing, because parsers let
/// overlong forms and lone surrogates through; duplicate names are refused at every depth; numbers stay digits.
public final class JsonBody {

    public static final int DEPTH_MAX = 16;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build();

    private JsonBody() {}

    /// What a body holds.
    public sealed interface Content {

        /// An object, field by field in the order sent. No body at all is an empty object.
        record Members(Map<String, Sent> byName) implements Content {}

        record Unreadable(Reasons reasons) implements Content {}
    }

    public static Content read(byte[] body) {
        if (body.length == 0) {
            return new Content.Members(Map.of());
        }
        try {
            return parse(decode(body));
        } catch (CharacterCodingException e) {
            return unreadable("body must be valid UTF-8");
        } catch (StreamConstraintsException e) {
            return unreadable("body must be at most " + DEPTH_MAX + " levels deep");
        } catch (JacksonException e) {
            return unreadable("body must be valid JSON without duplicate fields");
        }
    }

    private static String decode(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(body))
                .toString();
    }

    private static Content parse(String text) {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return unreadable("body must be a JSON object");
            }
            Map<String, Sent> members = new LinkedHashMap<>();
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                if (!TextField.isPrintable(name)) {
                    return unreadable("body must have printable field names");
                }
                in.nextToken();
                members.put(name, sent(in));
            }
            return in.nextToken() == null ? new Content.Members(members) : unreadable("body must be one JSON object");
        }
    }

    private static Sent sent(JsonParser in) {
        return switch (in.currentToken()) {
            case VALUE_STRING -> Sent.text(in.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Sent.Number(in.getString());
            case VALUE_TRUE -> new Sent.Flag(true);
            case VALUE_FALSE -> new Sent.Flag(false);
            case VALUE_NULL -> new Sent.Nothing();
            case START_OBJECT, START_ARRAY -> {
                in.skipChildren();
                yield new Sent.Composite();
            }
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("a value starts with no such token: " + in.currentToken());
        };
    }

    private static Content unreadable(String reason) {
        return new Content.Unreadable(Reasons.of(Reasons.BODY, reason));
    }
}
