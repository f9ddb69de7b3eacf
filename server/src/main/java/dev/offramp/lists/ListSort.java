package dev.offramp.lists;

import java.time.OffsetDateTime;

/// A field by which a list may be ordered.
///
/// @param name as in the answers
/// @param column never NULL, and with the tenant the beginning of an index, unless the list is short
/// @param type what the driver reads it as
public record ListSort(String name, String column, Class<?> type) {

    static final String CREATED_AT_COLUMN = "created_at";

    /// When the item was made.
    public static final ListSort CREATED_AT = new ListSort("createdAt", CREATED_AT_COLUMN, OffsetDateTime.class);

    public static ListSort whole(String name, String column) {
        return new ListSort(name, column, Long.class);
    }

    public static ListSort text(String name, String column) {
        return new ListSort(name, column, String.class);
    }
}
