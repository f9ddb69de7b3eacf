package dev.offramp.bench.lists;

import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Wallet;
import java.time.Instant;
import java.util.List;

/// SQL that fills the table `deposit` faster than the server would: row `n` of a tenant is one second younger than row
/// `n - 1`, its id is made of `n`, and what it holds follows from `n` too.
final class FillStore {

    /// Of so many deposits one is pending, one flagged, one deleted.
    static final int RARE = 10_000;
    /// Of so many deposits one arrived as the second asset.
    static final int SECOND_ASSET = 20;

    private static final String INSERT = """
            INSERT INTO deposit (
                id, integration, environment, wallet, network, asset, wrong_asset, tx_hash, position, out_index, address,
                units, status, block_height, block_hash, sequence, announce_at, credit_after, price, price_source,
                priced_at, amount_usd, currency, rate, rate_source, rated_at, conversion_rate, fee_percentage, fee_usd,
                fee_units, amount_units, markup_percentage, markup_units, flag_fee_units, flag_reason, reason,
                created_at, updated_at)
            SELECT id, :integration, :environment, wallet, 'solana', asset, false, 'hash-' || n, '0', 0, address,
                59000000, status, 100 + n, 'block-' || n, 2, at, at,
                CASE WHEN booked THEN 1 END, CASE WHEN booked THEN 'fixed' END, CASE WHEN booked THEN at END,
                CASE WHEN booked THEN 59 END, CASE WHEN booked THEN 'NGN' END, CASE WHEN booked THEN 1605 END,
                CASE WHEN booked THEN 'fixed' END, CASE WHEN booked THEN at END, CASE WHEN booked THEN 1 END,
                CASE WHEN booked THEN 0.5 END, CASE WHEN booked THEN 0.3 END, CASE WHEN booked THEN 47348 END,
                CASE WHEN booked THEN 9422152 END, CASE WHEN booked THEN 0 END, CASE WHEN booked THEN 0 END,
                CASE WHEN booked THEN 0 END, CASE WHEN status = 'flagged' THEN 'below_minimum' END,
                CASE WHEN status = 'deleted' THEN 'replaced' END, at, at
            FROM (
                SELECT n, lpad(to_hex(n), 24, '0') AS id, status, status IN ('completed', 'flagged') AS booked,
                    CAST(:start AS timestamptz) + n * interval '1 second' AS at,
                    (:wallets)[1 + n % :many] AS wallet, (:addresses)[1 + n % :many] AS address,
                    CASE WHEN n % :secondAsset = 0 THEN 'SOL_TEST' ELSE 'SOL_USDC_JKVK' END AS asset
                FROM (
                    SELECT n, CASE n % :rare WHEN 1 THEN 'pending' WHEN 2 THEN 'flagged' WHEN 3 THEN 'deleted'
                        ELSE 'completed' END AS status
                    FROM generate_series(:first::bigint, :last::bigint) AS n
                ) AS numbered
            ) AS made
            """;

    /// Rows `first` to `last`.
    ///
    /// @param start the time of row 0
    void insert(Transaction tx, Tenant tenant, List<Wallet> wallets, Instant start, long first, long last) {
        tx.sql()
                .createUpdate(INSERT)
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .bindArray(
                        "wallets",
                        String.class,
                        wallets.stream().map(wallet -> wallet.id().toString()).toList())
                .bindArray(
                        "addresses",
                        String.class,
                        wallets.stream().map(wallet -> wallet.address().value()).toList())
                .bind("many", wallets.size())
                .bind("start", start)
                .bind("rare", RARE)
                .bind("secondAsset", SECOND_ASSET)
                .bind("first", first)
                .bind("last", last)
                .execute();
    }
}
