package dev.offramp.dashboard.addresses;

import dev.offramp.assets.Asset;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.part.QrSymbol;
import dev.offramp.dashboard.transactions.TransactionLine;
import dev.offramp.dashboard.transactions.TransactionLines;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.LinkedBank;
import dev.offramp.lists.ListQuery;
import dev.offramp.lists.Part;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one address with all that its page shows.
record AddressReader(Uses uses, TransactionLines lines) {

    private static final int LATEST = 20;

    /// What the page shows.
    ///
    /// @param minimum dollars below which a deposit is held back
    /// @param form for linking a bank
    record View(
            AddressLine line,
            QrSymbol code,
            Instant madeAt,
            String minimum,
            int confirmations,
            List<TransactionLine> latest,
            long total,
            boolean mayMock,
            AddressForm fields,
            Form form) {}

    /// The address in the path; empty when the business has no such one.
    Optional<Wallet> find(Transaction tx, Visit visit) {
        return visit.id("address")
                .map(WalletId::new)
                .flatMap(id ->
                        Optional.ofNullable(uses.wallets().all(tx, List.of(id)).get(id)))
                .filter(wallet -> wallet.tenant().equals(visit.tenant()));
    }

    Optional<View> read(Visit visit, AddressForm fields, Form form) {
        return visit.view(tx -> find(tx, visit).map(wallet -> view(tx, visit, wallet, fields, form)));
    }

    private View view(Transaction tx, Visit visit, Wallet wallet, AddressForm fields, Form form) {
        Asset asset = uses.assets().find(wallet.asset()).orElseThrow();
        Map<WalletId, LinkedBank> banks = uses.destinations().of(tx, List.of(wallet.id()));
        Part<TransactionLine> latest = latest(tx, visit.tenant(), wallet);
        return new View(
                AddressLine.of(wallet, asset, Optional.ofNullable(banks.get(wallet.id()))),
                QrSymbol.of(wallet.address().value()),
                wallet.createdAt(),
                asset.minimumUsd().toPlainString(),
                asset.confirmations(),
                latest.items(),
                latest.total(),
                visit.business().environment() == Environment.DEVELOPMENT,
                fields,
                form);
    }

    private Part<TransactionLine> latest(Transaction tx, Tenant tenant, Wallet wallet) {
        ListQuery query = new ListQuery(
                1,
                LATEST,
                Optional.empty(),
                List.of(new ListQuery.Filter("wallet", wallet.id().toString())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return lines.page(tx, tenant, query);
    }
}
