package dev.offramp.dashboard.transactions;

import dev.offramp.assets.Asset;
import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.Deposit;
import dev.offramp.deposits.DepositState;
import dev.offramp.deposits.Terms;
import dev.offramp.lists.Batch;
import dev.offramp.lists.ListQuery;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import dev.offramp.wire.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the list shows, all pages of it, as a table.
record ExportTransactions(Uses uses) implements Page {

    private static final Csv<TransactionCsv> CSV = Csv.of(TransactionCsv.class);
    private static final int ROWS_AT_A_TIME = 500;

    /// Some rows, and where the next begin.
    private record Rows(List<TransactionCsv> rows, Optional<Batch.Place> next) {}

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + ListTransactions.PATH + "/table.csv");
    }

    @Override
    public Access access() {
        return Access.member(Permission.EXPORT);
    }

    @Override
    public Shows shows() {
        return Shows.FILE;
    }

    @Override
    public Answer answer(Visit visit) {
        Filters filters = new Filters(uses.wallets(), uses.assets());
        Tenant tenant = visit.tenant();
        ListQuery query = visit.view(tx -> filters.of(tx, tenant, visit.query()));
        visit.record(Deed.of(Action.REPORT_EXPORTED, Subject.Kind.REPORT, "transactions")
                .after(Details.of("asked for", visit.query().written())));
        return Answer.download("transactions.csv", "text/csv; charset=utf-8", out -> write(tenant, query, out));
    }

    /// A transaction for each batch: the receiver may be slow, and none stays open while it reads.
    private void write(Tenant tenant, ListQuery query, OutputStream out) throws IOException {
        out.write(CSV.header().getBytes(StandardCharsets.UTF_8));
        Optional<Batch.Place> after = Optional.empty();
        do {
            Optional<Batch.Place> start = after;
            Rows rows = uses.db().view(tx -> rows(tx, tenant, query, start));
            StringBuilder text = new StringBuilder();
            rows.rows().forEach(row -> text.append(CSV.line(row)));
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            after = rows.next();
        } while (after.isPresent());
    }

    private Rows rows(Transaction tx, Tenant tenant, ListQuery query, Optional<Batch.Place> after) {
        Batch<Deposit> batch = uses.deposits().list().batch(tx, tenant, query, after, ROWS_AT_A_TIME);
        Set<WalletId> owners = batch.items().stream().map(Deposit::wallet).collect(Collectors.toSet());
        Map<WalletId, Wallet> ownerOf = uses.wallets().all(tx, owners);
        return new Rows(
                batch.items().stream()
                        .map(deposit -> row(deposit, ownerOf.get(deposit.wallet())))
                        .toList(),
                batch.next());
    }

    private TransactionCsv row(Deposit deposit, Wallet wallet) {
        Asset asset = uses.assets().find(deposit.asset()).orElseThrow();
        Optional<Terms> terms = deposit.terms();
        Optional<Terms> credited = terms.filter(_ -> deposit.state() instanceof DepositState.Completed);
        return new TransactionCsv(
                deposit.createdAt(),
                deposit.id().toString(),
                States.of(deposit.state()).words(),
                wallet.label().value(),
                wallet.address().value(),
                asset.symbol(),
                asset.network().displayName(),
                new BigDecimal(deposit.units(), asset.decimals()),
                terms.map(Terms::usd),
                terms.map(known -> known.price().rate().value()),
                terms.map(known -> known.rate().rate().value()),
                terms.map(known -> known.currency().name()),
                credited.map(known -> decimal(known.amount().plus(known.markup()))),
                credited.map(known -> decimal(known.markup())),
                credited.map(known -> decimal(known.fee().plus(known.flagFee()))),
                deposit.origin().tx().value(),
                deposit.mock().map(Deposit.Mock::reference));
    }

    private static BigDecimal decimal(Money money) {
        return money.decimal(Fiat.SCALE);
    }
}
