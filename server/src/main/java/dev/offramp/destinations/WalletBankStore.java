package dev.offramp.destinations;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.wallets.WalletId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// SQL of `wallet_bank`.
final class WalletBankStore {

    private static final String LINK = """
            INSERT INTO wallet_bank (wallet, auto_settlement, bank_id, bank_name, sealed_account,
                                     currency, narration, updated_at)
            VALUES (:wallet, coalesce(:flag, false), :bankId, :bankName, :sealedAccount,
                    :currency, :narration, :at)
            ON CONFLICT ON CONSTRAINT wallet_bank_pk DO UPDATE SET
                auto_settlement = coalesce(:flag, wallet_bank.auto_settlement),
                bank_id = excluded.bank_id,
                bank_name = excluded.bank_name,
                sealed_account = excluded.sealed_account,
                currency = excluded.currency,
                narration = excluded.narration,
                updated_at = excluded.updated_at
            """;

    private static final String REMEMBER_FLAG = """
            INSERT INTO wallet_bank (wallet, auto_settlement, updated_at)
            VALUES (:wallet, :flag, :at)
            ON CONFLICT ON CONSTRAINT wallet_bank_pk DO UPDATE SET
                auto_settlement = excluded.auto_settlement,
                updated_at = excluded.updated_at
            """;

    private static final String SET_FLAG = """
            UPDATE wallet_bank SET auto_settlement = :flag, updated_at = :at
            WHERE wallet = :wallet AND bank_id IS NOT NULL
            """;

    private static final String FIND = """
            SELECT wallet, auto_settlement, bank_id, bank_name, sealed_account, currency, narration, updated_at
            FROM wallet_bank
            WHERE wallet = ANY(:wallets) AND bank_id IS NOT NULL
            """;

    private record Row(WalletId wallet, LinkedBank linked) {}

    private final BankColumns bankColumns;

    WalletBankStore(BankColumns bankColumns) {
        this.bankColumns = bankColumns;
    }

    void link(Transaction tx, WalletId wallet, BankAccount bank, Optional<Boolean> flag, Instant at) {
        bankColumns
                .bind(tx.sql().createUpdate(LINK), wallet.toString(), bank)
                .bind("wallet", wallet.toString())
                .bind("flag", flag)
                .bind("at", at)
                .execute();
    }

    void rememberFlag(Transaction tx, WalletId wallet, boolean flag, Instant at) {
        tx.sql()
                .createUpdate(REMEMBER_FLAG)
                .bind("wallet", wallet.toString())
                .bind("flag", flag)
                .bind("at", at)
                .execute();
    }

    /// @return false when the wallet has no bank
    boolean setFlag(Transaction tx, WalletId wallet, boolean flag, Instant at) {
        return tx.sql()
                        .createUpdate(SET_FLAG)
                        .bind("wallet", wallet.toString())
                        .bind("flag", flag)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    Map<WalletId, LinkedBank> find(Transaction tx, Collection<WalletId> wallets) {
        return tx.sql()
                .createQuery(FIND)
                .bindArray(
                        "wallets",
                        String.class,
                        wallets.stream().map(WalletId::toString).toList())
                .map((row, context) -> new Row(
                        new WalletId(new ObjectId(row.getString("wallet"))),
                        new LinkedBank(
                                bankColumns.read(row, row.getString("wallet")),
                                row.getBoolean("auto_settlement"),
                                row.getObject("updated_at", OffsetDateTime.class)
                                        .toInstant())))
                .collectToMap(Row::wallet, Row::linked);
    }
}
