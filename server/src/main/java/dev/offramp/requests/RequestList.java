package dev.offramp.requests;

import dev.offramp.lists.ListField;
import dev.offramp.lists.ListSort;
import dev.offramp.lists.ListedTable;
import dev.offramp.lists.Listing;
import java.util.LinkedHashMap;
import java.util.Map;

/// What may be asked of the log, in the columns of the table `request_log`.
final class RequestList {

    private RequestList() {}

    static Listing<LoggedRequest> create() {
        return ListedTable.of("request_log", ListSort.CREATED_AT)
                .filteredBy(
                        ListField.choice("status", statuses()),
                        ListField.choice("method", methods()),
                        ListField.matched("path", path()))
                .searchedBy(ListField.id("id", "id"))
                .read((row, context) -> RequestStore.request(row));
    }

    /// Failures have an index of their own, and so have those that are our fault.
    private static Map<String, String> statuses() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("2xx", "status < 300");
        conditions.put("4xx", "(status >= 400 AND status < 500)");
        conditions.put("5xx", "status >= 500");
        conditions.put("failed", "status >= 400");
        return conditions;
    }

    /// A range of the one index that begins with the route, which begins with the method.
    private static Map<String, String> methods() {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (String method : new String[] {"GET", "POST", "PUT", "DELETE"}) {
            conditions.put(
                    method.toLowerCase(java.util.Locale.ROOT),
                    "(route >= '%s ' AND route < '%s!')".formatted(method, method));
        }
        return conditions;
    }

    private static String path() {
        return "route IN ('GET ' || %1$s, 'POST ' || %1$s, 'PUT ' || %1$s, 'DELETE ' || %1$s)";
    }
}
