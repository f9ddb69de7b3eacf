package dev.offramp.wire;

/// The envelope of a success. `summary` and `stats` are always empty, as in the contract's examples.
///
/// @param data a record, a list, or [RawJson#EMPTY_OBJECT] when there is nothing to return
/// @param meta a [PagesJson] for lists, else [RawJson#EMPTY_OBJECT]
public record SuccessJson(String message, boolean success, Object data, Object meta, RawJson summary, RawJson stats) {

    public static SuccessJson of(String message, Object data) {
        return new SuccessJson(message, true, data, RawJson.EMPTY_OBJECT, RawJson.EMPTY_OBJECT, RawJson.EMPTY_OBJECT);
    }

    public static SuccessJson page(String message, Object data, PagesJson pages) {
        return new SuccessJson(message, true, data, pages, RawJson.EMPTY_OBJECT, RawJson.EMPTY_OBJECT);
    }
}
