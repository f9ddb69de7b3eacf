package dev.offramp.http.openapi;

import dev.offramp.wire.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The golden exchanges, by what they are an example of. The contract suite writes them and fails where one is missing.
final class Exchanges {

    private static final String FOLDER = "/exchanges/";

    private Exchanges() {}

    /// A success of an operation.
    static Optional<Exchange> success(String operation) {
        return read(operation + "/ok");
    }

    /// A refusal by an operation's own rules.
    static Optional<Exchange> refusal(String operation, Refusal refusal) {
        return read(operation + "/" + name(refusal));
    }

    /// A refusal that comes before any operation's own rules.
    static Optional<Exchange> refusal(Refusal refusal) {
        return read("any/" + name(refusal));
    }

    /// A delivery.
    static Optional<Exchange> event(String name) {
        return read("events/" + name);
    }

    /// `INVALID_ID` is the file `invalid-id`.
    static String name(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Exchange> read(String name) {
        try (InputStream file = Exchanges.class.getResourceAsStream(FOLDER + name + ".http")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(Exchange.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
