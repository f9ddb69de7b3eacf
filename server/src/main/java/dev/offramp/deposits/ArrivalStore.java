package dev.offramp.deposits;

import dev.offramp.chains.Address;
import dev.offramp.chains.ChainId;
import dev.offramp.db.JsonRows;
import dev.offramp.db.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// SQL of the table `arrival`.
final class ArrivalStore {

    private static final String INSERT = """
            INSERT INTO arrival (environment, network, tx_hash, position, address, wallet, integration,
                                 contract, units, why, block_height, block_hash, seen_at)
            SELECT :environment, :network, tx_hash, position, address, wallet, integration,
                   contract, units, why, block_height, block_hash, :at
            FROM json_to_recordset(:rows::json) AS new (
                tx_hash text, position text, address text, wallet text, integration text,
                contract text, units numeric, why text, block_height bigint, block_hash text)
            ON CONFLICT ON CONSTRAINT arrival_pk
                DO UPDATE SET block_height = excluded.block_height, block_hash = excluded.block_hash
            """;

    private static final String LIST = """
            SELECT environment, network, tx_hash, position, address, contract, units, why, seen_at
            FROM arrival
            ORDER BY seen_at DESC, tx_hash, position
            LIMIT :max
            """;

    void insert(Transaction tx, ChainId chain, List<Sighting> sightings, Instant at) {
        if (sightings.isEmpty()) {
            return;
        }
        tx.sql()
                .createUpdate(INSERT)
                .bind("environment", chain.environment().code())
                .bind("network", chain.network().code())
                .bind("rows", JsonRows.of(sightings, ArrivalStore::fill))
                .bind("at", at)
                .execute();
    }

    private static void fill(JsonRows.Row row, Sighting sighting) {
        row.put("tx_hash", sighting.transfer().tx().value())
                .put("position", sighting.transfer().position().value())
                .put("address", sighting.transfer().recipient().value())
                .put("wallet", sighting.wallet().id().value().value())
                .put("integration", sighting.wallet().tenant().integration().toString())
                .putText("contract", sighting.transfer().contract().map(Address::value))
                .put("units", sighting.transfer().units())
                .put("why", sighting.asset().isEmpty() ? "unknown_token" : "dust");
        if (sighting.place() instanceof Place.InBlock(var block)) {
            row.put("block_height", block.height())
                    .put("block_hash", block.hash().value());
        }
    }

    /// The latest arrivals, newest first.
    List<Arrival> list(Transaction tx, int max) {
        return tx.sql()
                .createQuery(LIST)
                .bind("max", max)
                .map((row, context) -> arrival(row))
                .list();
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        return new Arrival(
                row.getString("environment"),
                row.getString("network"),
                row.getString("tx_hash"),
                row.getString("position"),
                row.getString("address"),
                Optional.ofNullable(row.getString("contract")),
                row.getBigDecimal("units").toBigIntegerExact(),
                row.getString("why"),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }
}
