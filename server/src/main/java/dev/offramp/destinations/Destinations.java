package dev.offramp.destinations;

import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.secrets.ClearColumn;
import dev.offramp.secrets.ServerKey;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Sets and tells where deposited money goes by itself.
///
/// The caller has found the wallet for its tenant; ids are not checked against a tenant again.
public final class Destinations {

    private final Database db;
    private final InstantSource clock;
    private final WalletBankStore walletBanks;
    private final BusinessDestinationStore businessDestinations;

    private Destinations(Database db, InstantSource clock, BankColumns bankColumns) {
        this.db = db;
        this.clock = clock;
        this.walletBanks = new WalletBankStore(bankColumns);
        this.businessDestinations = new BusinessDestinationStore(bankColumns);
    }

    public static Destinations create(Database db, InstantSource clock, ServerKey key) {
        return new Destinations(db, clock, new BankColumns(key));
    }

    /// Where an earlier version kept accounts in the clear.
    public static List<ClearColumn> inTheClear() {
        return List.of(
                BankColumns.inTheClear("wallet_bank", "wallet"),
                BankColumns.inTheClear("business_destination", "integration || '/' || environment"));
    }

    /// Links a bank to the wallet, in place of the one before.
    ///
    /// @param autoSettlement the flag; empty leaves it as it is, off if it was never set
    public void link(Transaction tx, WalletId wallet, BankAccount bank, Optional<Boolean> autoSettlement) {
        walletBanks.link(tx, wallet, bank, autoSettlement, clock.instant());
    }

    /// [#link(Transaction, WalletId, BankAccount, Optional)] in a transaction of its own.
    public void link(WalletId wallet, BankAccount bank, Optional<Boolean> autoSettlement) {
        db.run(tx -> link(tx, wallet, bank, autoSettlement));
    }

    /// Sets the flag of a wallet whether it has a bank or not; without one it waits for the bank.
    public void rememberAutoSettlement(Transaction tx, WalletId wallet, boolean autoSettlement) {
        walletBanks.rememberFlag(tx, wallet, autoSettlement, clock.instant());
    }

    /// Sets the flag of a wallet that has a bank.
    public FlagChange setAutoSettlement(Transaction tx, WalletId wallet, boolean autoSettlement) {
        return walletBanks.setFlag(tx, wallet, autoSettlement, clock.instant())
                ? new FlagChange.Set()
                : new FlagChange.NoBank();
    }

    /// [#setAutoSettlement(Transaction, WalletId, boolean)] in a transaction of its own.
    public FlagChange setAutoSettlement(WalletId wallet, boolean autoSettlement) {
        return db.transact(tx -> setAutoSettlement(tx, wallet, autoSettlement));
    }

    /// The banks of these wallets; a wallet without one is left out.
    public Map<WalletId, LinkedBank> of(Transaction tx, Collection<WalletId> wallets) {
        return wallets.isEmpty() ? Map.of() : walletBanks.find(tx, wallets);
    }

    /// [#of(Transaction, Collection)] in a transaction of its own.
    public Map<WalletId, LinkedBank> of(Collection<WalletId> wallets) {
        return db.transact(tx -> of(tx, wallets));
    }

    /// Sends every deposit without a target of its own there, in place of what was set before.
    public void setBusinessWide(Transaction tx, Tenant tenant, Destination destination) {
        businessDestinations.set(tx, tenant, destination, clock.instant());
    }

    /// Leaves such deposits in the balance again.
    public void clearBusinessWide(Transaction tx, Tenant tenant) {
        businessDestinations.clear(tx, tenant);
    }

    /// The business-wide destinations of these tenants; a tenant without one is left out.
    public Map<Tenant, Destination> businessWide(Transaction tx, Collection<Tenant> tenants) {
        return tenants.isEmpty() ? Map.of() : businessDestinations.find(tx, tenants);
    }

    /// Where a deposit to each of these wallets goes if it is credited now; one answer for each.
    public Map<WalletId, Target> targets(Transaction tx, Collection<Wallet> wallets) {
        List<WalletId> ids = wallets.stream().map(Wallet::id).toList();
        Map<WalletId, LinkedBank> banks = of(tx, ids);
        Map<Tenant, Destination> business =
                businessWide(tx, wallets.stream().map(Wallet::tenant).collect(Collectors.toSet()));
        Map<WalletId, Target> targets = new HashMap<>();
        for (Wallet wallet : wallets) {
            targets.put(
                    wallet.id(),
                    target(
                            Optional.ofNullable(banks.get(wallet.id())),
                            Optional.ofNullable(business.get(wallet.tenant()))));
        }
        return targets;
    }

    private static Target target(Optional<LinkedBank> linked, Optional<Destination> business) {
        return linked.filter(LinkedBank::autoSettlement)
                .<Target>map(own -> new Target.OwnBank(own.bank()))
                .or(() -> business.map(Target.BusinessWide::new))
                .orElseGet(Target.None::new);
    }
}
