package dev.offramp.dashboard.overview;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.Deposit;
import dev.offramp.deposits.DepositState;
import dev.offramp.deposits.Deposits;
import dev.offramp.deposits.Terms;
import dev.offramp.lists.ListQuery;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import dev.offramp.wallets.Wallets;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the last deposits of a business, with what they belong to, in one question each.
record DepositLines(Deposits deposits, Wallets wallets, Assets assets) {

    private static final int LATEST = 8;

    List<DepositLine> latest(Transaction tx, Tenant tenant) {
        List<Deposit> latest =
                deposits.list().page(tx, tenant, ListQuery.page(1, LATEST)).items();
        Set<WalletId> owners = latest.stream().map(Deposit::wallet).collect(Collectors.toSet());
        Map<WalletId, Wallet> ownerOf = wallets.all(tx, owners);
        return latest.stream()
                .map(deposit -> line(deposit, ownerOf.get(deposit.wallet())))
                .toList();
    }

    private DepositLine line(Deposit deposit, Wallet wallet) {
        Asset asset = assets.find(deposit.asset()).orElseThrow();
        return new DepositLine(
                deposit.createdAt(),
                wallet.label().value(),
                Figures.number(new BigDecimal(deposit.units(), asset.decimals()).stripTrailingZeros()),
                asset.symbol(),
                credited(deposit),
                state(deposit.state()));
    }

    private static Optional<DepositLine.Credit> credited(Deposit deposit) {
        return deposit.state() instanceof DepositState.Completed completed
                ? Optional.of(credit(completed.terms()))
                : Optional.empty();
    }

    private static DepositLine.Credit credit(Terms terms) {
        return new DepositLine.Credit(
                Figures.number(terms.amount().plus(terms.markup()), Fiat.SCALE),
                terms.currency().name());
    }

    private static Badge state(DepositState state) {
        return switch (state) {
            case DepositState.Pending _ -> Badge.waiting("Confirming");
            case DepositState.Flagged flagged when flagged.rejected().isPresent() -> Badge.bad("Rejected");
            case DepositState.Flagged _ -> Badge.waiting("Held back");
            case DepositState.Completed _ -> Badge.good("Credited");
            case DepositState.Deleted _ -> Badge.bad("Left the chain");
        };
    }
}
