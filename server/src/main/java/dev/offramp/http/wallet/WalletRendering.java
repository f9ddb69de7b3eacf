package dev.offramp.http.wallet;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.Destinations;
import dev.offramp.destinations.LinkedBank;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import dev.offramp.wire.trade.TradeJson;
import dev.offramp.wire.wallet.WalletJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Wallets as the wire shows them, their banks read in one question.
public record WalletRendering(Assets assets, Destinations destinations) {

    /// In the same order, without their trades.
    List<WalletJson> all(Transaction tx, List<Wallet> wallets) {
        Map<WalletId, LinkedBank> banks =
                destinations.of(tx, wallets.stream().map(Wallet::id).toList());
        return wallets.stream()
                .map(wallet -> json(tx, wallet, Optional.ofNullable(banks.get(wallet.id())), Optional.empty()))
                .toList();
    }

    WalletJson one(Transaction tx, Wallet wallet, Optional<TradeJson> lastTrade) {
        Map<WalletId, LinkedBank> banks = destinations.of(tx, List.of(wallet.id()));
        return json(tx, wallet, Optional.ofNullable(banks.get(wallet.id())), lastTrade);
    }

    /// The flag of a wallet without a bank waits for one, so it is not on.
    private WalletJson json(Transaction tx, Wallet wallet, Optional<LinkedBank> linked, Optional<TradeJson> lastTrade) {
        Asset asset = assets.find(wallet.asset())
                .orElseThrow(() -> new IllegalStateException("no longer in the catalogue: " + wallet.asset()));
        Optional<BankAccount> bank = linked.map(LinkedBank::bank);
        return new WalletJson(
                wallet.id().toString(),
                wallet.address().value(),
                wallet.label().value(),
                asset.id().toString(),
                asset.code().value(),
                wallet.vaultId().toString(),
                assets.isActive(tx, asset),
                linked.filter(LinkedBank::autoSettlement).isPresent(),
                bank.map(BankAccount::bankId),
                bank.map(BankAccount::bankName),
                bank.map(BankAccount::accountNumber),
                bank.map(BankAccount::accountName),
                bank.flatMap(BankAccount::narration),
                wallet.createdAt(),
                linked.map(LinkedBank::updatedAt).orElse(wallet.createdAt()),
                lastTrade);
    }
}
