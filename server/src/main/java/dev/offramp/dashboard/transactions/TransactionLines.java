package dev.offramp.dashboard.transactions;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.Deposit;
import dev.offramp.deposits.DepositState;
import dev.offramp.deposits.Deposits;
import dev.offramp.deposits.Terms;
import dev.offramp.lists.ListQuery;
import dev.offramp.lists.Part;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import dev.offramp.wallets.Wallets;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads transactions as lines, with what they belong to in one question.
public record TransactionLines(Deposits deposits, Wallets wallets, Assets assets) {

    public Part<TransactionLine> page(Transaction tx, Tenant tenant, ListQuery query) {
        Part<Deposit> part = deposits.list().page(tx, tenant, query);
        Set<WalletId> owners = part.items().stream().map(Deposit::wallet).collect(Collectors.toSet());
        Map<WalletId, Wallet> ownerOf = wallets.all(tx, owners);
        return new Part<>(
                part.items().stream()
                        .map(deposit -> line(deposit, ownerOf.get(deposit.wallet())))
                        .toList(),
                part.total());
    }

    private TransactionLine line(Deposit deposit, Wallet wallet) {
        Asset asset = assets.find(deposit.asset()).orElseThrow();
        return new TransactionLine(
                deposit.id().toString(),
                deposit.createdAt(),
                wallet.label().value(),
                wallet.address().value(),
                coins(deposit, asset),
                asset.symbol(),
                asset.network().displayName(),
                credited(deposit),
                States.of(deposit.state()));
    }

    static String coins(Deposit deposit, Asset asset) {
        BigDecimal coins = new BigDecimal(deposit.units(), asset.decimals()).stripTrailingZeros();
        return Figures.number(coins.scale() < 0 ? coins.setScale(0) : coins);
    }

    private static Optional<String> credited(Deposit deposit) {
        return deposit.state() instanceof DepositState.Completed completed
                ? Optional.of(credited(completed.terms()))
                : Optional.empty();
    }

    /// All that reached the balance.
    static String credited(Terms terms) {
        return Figures.number(terms.amount().plus(terms.markup()), Fiat.SCALE) + " " + terms.currency();
    }
}
