package dev.offramp.payouts;

import dev.offramp.lists.ListField;
import dev.offramp.lists.ListSort;
import dev.offramp.lists.ListedTable;
import dev.offramp.lists.Listing;
import java.util.LinkedHashMap;
import java.util.Map;

/// What may be asked of the list of payouts, in the columns of the table `payout`.
final class PayoutList {

    private static final ListField EXTERNAL_ID = ListField.text("externalId", "external_id");
    private static final ListField REFERENCE = ListField.text("reference", "reference");
    private static final ListField TRADE = ListField.id("trade", "deposit");

    private PayoutList() {}

    static Listing<PayoutSnapshot> create() {
        return ListedTable.of("payout", ListSort.CREATED_AT)
                .filteredBy(
                        ListField.choice("status", statuses())
                                .rest("completed", "ended IS NULL", "ended < 'completed'", "ended > 'completed'"),
                        ListField.code("currency", "currency", "ngn", "ghs"),
                        EXTERNAL_ID,
                        REFERENCE,
                        TRADE)
                .searchedBy(ListField.id("id", "id"), EXTERNAL_ID, REFERENCE, TRADE)
                .checkpointed()
                .read((row, context) -> PayoutRow.payout(row, context).snapshot());
    }

    /// Those that have not ended are few, and looked through.
    private static Map<String, String> statuses() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("pending", "(ended IS NULL AND status IN ('placed', 'submitting'))");
        conditions.put("processing", "(ended IS NULL AND status = 'processing')");
        conditions.put("completed", "ended = 'completed'");
        conditions.put("rejected", "ended = 'rejected'");
        conditions.put("reversed", "ended = 'reversed'");
        return conditions;
    }
}
