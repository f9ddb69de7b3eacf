package dev.offramp.wire;

import java.util.List;

/// The envelope of an error.
///
/// @param errors an empty list, or [Reasons] for `validation errors`
public record ErrorJson(boolean success, String message, Object errors, RawJson meta, RawJson data) {

    public static ErrorJson of(String message) {
        return new ErrorJson(false, message, List.of(), RawJson.EMPTY_OBJECT, RawJson.EMPTY_OBJECT);
    }

    public static ErrorJson of(String message, Reasons reasons) {
        return new ErrorJson(false, message, reasons.byField(), RawJson.EMPTY_OBJECT, RawJson.EMPTY_OBJECT);
    }

    /// The two documented exceptions, 429 and 500, say no more than this.
    public record Short(boolean success, String message) {}

    public static Short brief(String message) {
        return new Short(false, message);
    }
}
