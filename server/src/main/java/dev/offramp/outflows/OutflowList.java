package dev.offramp.outflows;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.JobKind;
import dev.offramp.lists.ListField;
import dev.offramp.lists.ListSort;
import dev.offramp.lists.ListedTable;
import dev.offramp.lists.Listing;
import dev.offramp.payouts.PayoutId;
import dev.offramp.payouts.Payouts;
import dev.offramp.tenancy.Tenant;
import dev.offramp.withdrawals.WithdrawalId;
import dev.offramp.withdrawals.Withdrawals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.StatementContext;

/// What may be asked of the list of outflows, in the columns of the view `outflow`.
final class OutflowList {

    private static final String PENDING = "('placed', 'submitting', 'numbered', 'signed')";
    private static final String PROCESSING = "('processing', 'sent')";

    private static final ListField EXTERNAL_ID = ListField.text("externalId", "external_id");
    private static final ListField REFERENCE = ListField.text("reference", "reference");
    private static final ListField TRADE = ListField.id("trade", "deposit");

    /// A row of the view.
    private record Found(ObjectId id, boolean isPayout) {

        static Found of(ResultSet row, StatementContext context) throws SQLException {
            return new Found(new ObjectId(row.getString("id")), row.getBoolean("is_payout"));
        }
    }

    private final Payouts payouts;
    private final Withdrawals withdrawals;

    private OutflowList(Payouts payouts, Withdrawals withdrawals) {
        this.payouts = payouts;
        this.withdrawals = withdrawals;
    }

    static Listing<Outflow> create(Payouts payouts, Withdrawals withdrawals) {
        OutflowList list = new OutflowList(payouts, withdrawals);
        return ListedTable.of("outflow", ListSort.CREATED_AT)
                .filteredBy(
                        ListField.choice("status", statuses())
                                .rest("completed", "returned IS NOT NULL", underWay(PENDING), underWay(PROCESSING)),
                        ListField.code("currency", "currency", "ngn", "ghs", "usd"),
                        EXTERNAL_ID,
                        REFERENCE,
                        TRADE)
                .searchedBy(ListField.id("id", "id"), EXTERNAL_ID, REFERENCE, TRADE)
                .checkpointed()
                .read(Found::of)
                .seenAs(list::read);
    }

    private static Map<String, String> statuses() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("pending", underWay(PENDING));
        conditions.put("processing", underWay(PROCESSING));
        conditions.put("completed", "status = 'completed'");
        conditions.put("rejected", "returned = 'rejected'");
        conditions.put("reversed", "returned = 'reversed'");
        return conditions;
    }

    /// An outflow has a job until it ends. No index knows the status, since it changes too often.
    private static String underWay(String statuses) {
        String kinds = Stream.concat(Payouts.jobs().stream(), Withdrawals.jobs().stream())
                .map(JobKind::value)
                .collect(Collectors.joining("', '", "('", "')"));
        return "(status IN " + statuses + " AND id IN (SELECT subject FROM job WHERE kind IN " + kinds + "))";
    }

    private List<Outflow> read(Transaction tx, Tenant tenant, List<Found> found) {
        Map<ObjectId, Outflow> outflows = new HashMap<>();
        payouts.read(tx, ids(found, true).map(PayoutId::new).toList())
                .forEach(payout -> outflows.put(payout.id().value(), new Outflow.ToBank(payout)));
        withdrawals
                .read(tx, ids(found, false).map(WithdrawalId::new).toList())
                .forEach(withdrawal -> outflows.put(withdrawal.id().value(), new Outflow.ToAddress(withdrawal)));
        return found.stream()
                .map(row -> Optional.ofNullable(outflows.get(row.id())).orElseThrow())
                .toList();
    }

    private static Stream<ObjectId> ids(List<Found> found, boolean payouts) {
        return found.stream().filter(row -> row.isPayout() == payouts).map(Found::id);
    }
}
