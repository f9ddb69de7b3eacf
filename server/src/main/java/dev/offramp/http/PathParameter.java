package dev.offramp.http;

import dev.offramp.db.ObjectId;
import dev.offramp.wire.Reasons;
import dev.offramp.wire.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;

/// A variable segment of a path: what it may be, and what is answered when it is not.
///
/// @param refusal what a bad value gets
public record PathParameter(String name, Form form, Refusal refusal) {

    /// What a value may look like.
    public enum Form {
        /// 24 hexadecimal digits.
        OBJECT_ID,
        /// 24 hexadecimal digits, or the number that is a wallet's `vaultId`.
        OBJECT_ID_OR_NUMBER,
        /// 1 to 100 printable characters.
        TEXT
    }

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,100}");

    public static PathParameter id(String name) {
        return new PathParameter(name, Form.OBJECT_ID, Refusal.INVALID_ID);
    }

    /// An asset's id in the two places whose clients look for the reason in `errors`.
    public static PathParameter assetId(String name) {
        return new PathParameter(name, Form.OBJECT_ID, Refusal.INVALID_INPUT);
    }

    public static PathParameter walletId(String name) {
        return new PathParameter(name, Form.OBJECT_ID_OR_NUMBER, Refusal.INVALID_ID);
    }

    /// Free text; what cannot be one is simply not found.
    public static PathParameter text(String name, Refusal notFound) {
        return new PathParameter(name, Form.TEXT, notFound);
    }

    /// The answer to a bad value.
    Answer answer() {
        return refusal == Refusal.INVALID_INPUT
                ? Answer.invalid(Reasons.of(name, name + " is not a valid id"))
                : Answer.refusal(refusal);
    }

    /// The value as endpoints want it: ids in lower case; empty when it is none.
    Optional<String> read(String value) {
        Optional<String> id = ObjectId.parse(value).map(ObjectId::value);
        return switch (form) {
            case OBJECT_ID -> id;
            case OBJECT_ID_OR_NUMBER -> id.or(() -> matching(NUMBER, value));
            case TEXT -> matching(TEXT, value);
        };
    }

    private static Optional<String> matching(Pattern pattern, String value) {
        return pattern.matcher(value).matches() ? Optional.of(value) : Optional.empty();
    }
}
