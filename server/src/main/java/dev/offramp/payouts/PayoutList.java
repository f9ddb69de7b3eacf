package dev.offramp.payouts;

import dev.offramp.lists.ListField;
import dev.offramp.lists.ListSort;
import dev.offramp.lists.ListedTable;
import dev.offramp.lists.Listing;
import java.util.LinkedHashMap;
import java.util.Map;

/// What may be asked of the list of payouts, in the columns of the table `payout`.
final class PayoutList {

    /// A payout has a job until it ends. No index knows the status, since it changes too often.
    private static final String UNDER_WAY =
            "(status IN ('placed', 'submitting', 'processing') AND id IN (SELECT subject FROM job WHERE kind IN ('"
                    + SubmitStep.JOB.value() + "', '" + QueryStep.JOB.value() + "')))";

    private static final ListField EXTERNAL_ID = ListField.text("externalId", "external_id");
    private static final ListField REFERENCE = ListField.text("reference", "reference");
    private static final ListField TRADE = ListField.id("trade", "deposit");

    private PayoutList() {}

    static Listing<PayoutSnapshot> create() {
        return ListedTable.of("payout", ListSort.CREATED_AT)
                .filteredBy(
                        ListField.choice("status", statuses()).rest("completed", "returned IS NOT NULL", UNDER_WAY),
                        ListField.code("currency", "currency", "ngn", "ghs"),
                        EXTERNAL_ID,
                        REFERENCE,
                        TRADE)
                .searchedBy(ListField.id("id", "id"), EXTERNAL_ID, REFERENCE, TRADE)
                .checkpointed()
                .read((row, context) -> PayoutRow.payout(row, context).snapshot());
    }

    private static Map<String, String> statuses() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("pending", "(status <> 'processing' AND " + UNDER_WAY + ")");
        conditions.put("processing", "(status = 'processing' AND " + UNDER_WAY + ")");
        conditions.put("completed", "status = 'completed'");
        conditions.put("rejected", "returned = 'rejected'");
        conditions.put("reversed", "returned = 'reversed'");
        return conditions;
    }
}
