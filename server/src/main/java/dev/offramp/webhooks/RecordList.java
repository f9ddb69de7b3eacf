package dev.offramp.webhooks;

import dev.offramp.lists.ListField;
import dev.offramp.lists.ListSort;
import dev.offramp.lists.ListedTable;
import dev.offramp.lists.Listing;
import java.util.LinkedHashMap;
import java.util.Map;

/// What may be asked of the log, in the columns of the table `webhook_record`. It reaches back seven days.
final class RecordList {

    private static final ListField REFERENCE = ListField.id("reference", "reference");

    private RecordList() {}

    static Listing<DeliveryRecord> create(LogStore log) {
        return ListedTable.of("webhook_record", ListSort.CREATED_AT)
                .filteredBy(
                        ListField.choice("status", statuses()), ListField.text("eventType", "event_type"), REFERENCE)
                .searchedBy(ListField.id("id", "id"), REFERENCE, ListField.id("eventId", "event_id"))
                .read((row, context) -> log.record(row))
                .seenAs((tx, tenant, records) -> log.withAttempts(tx, records));
    }

    private static Map<String, String> statuses() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("pending", "(failed IS NULL AND status = 'pending')");
        conditions.put("delivered", "(failed IS NULL AND status = 'delivered')");
        conditions.put("failed", "failed");
        return conditions;
    }
}
