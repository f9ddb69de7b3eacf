package dev.offramp.dashboard.held;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.dashboard.part.Places;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.Deposit;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.DepositState;
import dev.offramp.deposits.Deposits;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import dev.offramp.wallets.Wallets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads flagged deposits with what they belong to, in one question each.
record HeldDeposits(Deposits deposits, Wallets wallets, Tenancy tenancy, Assets assets) {

    /// The most that are listed at a time; as they are decided, others follow.
    static final int SHOWN_MAX = 200;

    List<HeldDeposit> waiting(Transaction tx) {
        return with(tx, deposits.flagged(tx, SHOWN_MAX));
    }

    long count(Transaction tx) {
        return deposits.countFlagged(tx);
    }

    /// Empty when there is no such deposit, or it is not flagged.
    Optional<HeldDeposit> find(Transaction tx, DepositId id) {
        return with(tx, deposits.find(tx, id).stream().toList()).stream().findFirst();
    }

    private List<HeldDeposit> with(Transaction tx, List<Deposit> flagged) {
        Set<WalletId> ids = flagged.stream().map(Deposit::wallet).collect(Collectors.toSet());
        Map<WalletId, Wallet> owners = wallets.all(tx, ids);
        Map<IntegrationId, Places.Owner> names = Places.owners(tenancy.integrations(tx));
        return flagged.stream()
                .filter(deposit -> deposit.state() instanceof DepositState.Flagged)
                .map(deposit -> held(
                        deposit,
                        owners.get(deposit.wallet()),
                        names.get(deposit.tenant().integration())))
                .toList();
    }

    private HeldDeposit held(Deposit deposit, Wallet wallet, Places.Owner owner) {
        Asset asset = assets.find(deposit.asset()).orElseThrow();
        return new HeldDeposit(
                deposit,
                (DepositState.Flagged) deposit.state(),
                wallet,
                owner,
                Places.coins(assets, deposit.asset(), deposit.units()),
                asset.minimumUsd(),
                asset.flagFeeUsd());
    }
}
