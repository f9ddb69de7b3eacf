package dev.offramp.deposits;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.assets.Network;
import dev.offramp.db.Transaction;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// SQL of sums over the tables `deposit` and `arrival`.
final class SumStore {

    private static final String DEPOSITS = """
            SELECT asset,
                   coalesce(sum(units) FILTER (WHERE status = 'flagged'), 0) AS flagged,
                   coalesce(sum(units) FILTER (WHERE status = 'completed'), 0) AS completed,
                   coalesce(sum(units) FILTER (WHERE status <> 'deleted' AND block_height IS NOT NULL), 0) AS in_blocks
            FROM deposit
            GROUP BY asset
            """;

    private static final String DUST = """
            SELECT environment, network, contract, sum(units) AS units
            FROM arrival
            WHERE why = 'dust' AND block_height IS NOT NULL
            GROUP BY environment, network, contract
            """;

    DepositSums read(Transaction tx, Assets assets) {
        DepositSums sums = new DepositSums(new HashMap<>(), new HashMap<>(), new HashMap<>());
        tx.sql().createQuery(DEPOSITS).map((row, context) -> add(sums, row)).list();
        tx.sql()
                .createQuery(DUST)
                .map((row, context) -> add(sums.inBlocks(), assets, row))
                .list();
        return sums;
    }

    private static AssetCode add(DepositSums sums, ResultSet row) throws SQLException {
        AssetCode asset = new AssetCode(row.getString("asset"));
        sums.flagged().put(asset, units(row, "flagged"));
        sums.completed().put(asset, units(row, "completed"));
        sums.inBlocks().put(asset, units(row, "in_blocks"));
        return asset;
    }

    private static Optional<Asset> add(Map<AssetCode, BigInteger> inBlocks, Assets assets, ResultSet row)
            throws SQLException {
        Optional<Asset> asset = assets.of(
                Environment.parse(row.getString("environment")).orElseThrow(),
                Network.parse(row.getString("network")).orElseThrow(),
                Optional.ofNullable(row.getString("contract")));
        BigInteger units = units(row, "units");
        asset.ifPresent(known -> inBlocks.merge(known.code(), units, BigInteger::add));
        return asset;
    }

    private static BigInteger units(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }
}
