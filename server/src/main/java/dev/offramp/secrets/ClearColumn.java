package dev.offramp.secrets;

import java.util.List;
import java.util.stream.Collectors;

/// Where rows of an earlier version hold in the clear what is sealed by now, in the words of SQL. There is a partial
/// index of the rows whose first clear column is not NULL.
///
/// @param id makes the row's id of its columns
/// @param plain makes the bytes to seal of its columns
/// @param sealed the column they go to
/// @param clear the columns they leave
public record ClearColumn(Purpose purpose, String table, String id, String plain, String sealed, List<String> clear) {

    String isClear() {
        return clear.getFirst() + " IS NOT NULL";
    }

    String emptied() {
        return clear.stream().map(column -> column + " = NULL").collect(Collectors.joining(", "));
    }
}
