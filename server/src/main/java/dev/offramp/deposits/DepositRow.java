package dev.offramp.deposits;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockHash;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.Position;
import dev.offramp.chains.TxHash;
import dev.offramp.db.JsonRows;
import dev.offramp.db.ObjectId;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.money.Percent;
import dev.offramp.money.Rate;
import dev.offramp.rates.Quote;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.WalletId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/// A row of the table `deposit`, both ways. Used by stores alone.
final class DepositRow {

    /// Set once, when the deposit is first seen.
    private static final String FIXED = """
            id, integration, environment, wallet, network, tx_hash, position, out_index, address,
            confirmation_offset, given_usd, reference, created_at""";

    private static final String FIXED_WITH_TYPES = """
            id text, integration text, environment text, wallet text, network text, tx_hash text, position text,
            out_index integer, address text, confirmation_offset integer, given_usd numeric, reference text, created_at timestamptz""";

    /// What a transfer moves is among it: on another branch the same call may pay another amount.
    static final String CHANGING = """
            asset, wrong_asset, sender, units, status, block_height, block_hash, missing_since, sequence, announced_confirmations, price, price_source,
            priced_at, amount_usd, currency, rate, rate_source, rated_at, conversion_rate, fee_percentage, fee_usd,
            fee_units, amount_units, markup_percentage, markup_units, flag_fee_usd, flag_fee_units, flag_reason, reason,
            corrections, updated_at""";

    static final String CHANGING_NEW = CHANGING.replaceAll("(\\w+)", "new.$1");

    static final String CHANGING_WITH_TYPES = """
            asset text, wrong_asset boolean, sender text, units numeric, status text, block_height bigint, block_hash text, missing_since bigint, sequence integer,
            announced_confirmations integer, price numeric, price_source text, priced_at timestamptz,
            amount_usd numeric, currency text, rate numeric, rate_source text, rated_at timestamptz,
            conversion_rate numeric, fee_percentage numeric, fee_usd numeric, fee_units numeric, amount_units numeric,
            markup_percentage numeric, markup_units numeric, flag_fee_usd numeric, flag_fee_units numeric,
            flag_reason text, reason text, corrections integer, updated_at timestamptz""";

    static final String COLUMNS = FIXED + ", " + CHANGING;

    static final String COLUMNS_WITH_TYPES = FIXED_WITH_TYPES + ", " + CHANGING_WITH_TYPES;

    private DepositRow() {}

    static void fill(JsonRows.Row row, Deposit deposit) {
        row.put("id", deposit.id().toString())
                .put("integration", deposit.tenant().integration().toString())
                .put("environment", deposit.tenant().environment().code())
                .put("wallet", deposit.wallet().value().value())
                .put("created_at", deposit.createdAt())
                .put("updated_at", deposit.updatedAt())
                .put("sequence", deposit.told().sequence())
                .put("corrections", deposit.corrections())
                .putNumber("announced_confirmations", deposit.told().confirmations())
                .put(
                        "confirmation_offset",
                        deposit.mock().map(Deposit.Mock::confirmationOffset).orElse(0))
                .putNumber("given_usd", deposit.mock().map(Deposit.Mock::usd))
                .putText("reference", deposit.mock().map(Deposit.Mock::reference));
        fillTransfer(row, deposit.origin(), deposit.content());
        fillState(row, deposit.state());
    }

    private static void fillTransfer(JsonRows.Row row, Deposit.Origin origin, Deposit.Content content) {
        row.put("network", origin.network().code())
                .put("tx_hash", origin.tx().value())
                .put("position", origin.position().value())
                .put("address", origin.address().value())
                .put("out_index", origin.index())
                .put("asset", content.asset().value())
                .put("wrong_asset", content.isWrongAsset())
                .put("units", content.units())
                .putText("sender", content.sender().map(Address::value));
    }

    private static void fillState(JsonRows.Row row, DepositState state) {
        switch (state) {
            case DepositState.Pending pending -> {
                row.put("status", "pending");
                fillPlace(row, pending.place());
            }
            case DepositState.Flagged flagged -> {
                row.put("status", "flagged").put("flag_reason", flagged.why().code());
                row.putText("reason", flagged.rejected());
                fillPlace(row, flagged.place());
                fillTerms(row, flagged.stated());
            }
            case DepositState.Completed completed -> {
                row.put("status", "completed").putText("reason", completed.reason());
                row.putText("flag_reason", completed.wasFlagged().map(FlagReason::code));
                fillPlace(row, completed.place());
                fillTerms(row, completed.terms());
            }
            case DepositState.Deleted deleted -> row.put("status", "deleted").put("reason", deleted.reason());
        }
        if (!(state instanceof DepositState.Flagged) && !(state instanceof DepositState.Completed)) {
            row.put("flag_fee_usd", 0);
        }
    }

    private static void fillPlace(JsonRows.Row row, Place place) {
        switch (place) {
            case Place.InBlock(var block) ->
                row.put("block_height", block.height())
                        .put("block_hash", block.hash().value());
            case Place.Missing(var since) -> row.put("missing_since", since);
            case Place.Waiting _ -> {}
        }
    }

    private static void fillTerms(JsonRows.Row row, Terms terms) {
        row.put("price", terms.price().rate().value())
                .put("price_source", terms.price().source())
                .put("priced_at", terms.price().at())
                .put("amount_usd", terms.usd())
                .put("currency", terms.currency().name())
                .put("rate", terms.rate().rate().value())
                .put("rate_source", terms.rate().source())
                .put("rated_at", terms.rate().at())
                .put("conversion_rate", terms.conversionRate())
                .put("fee_percentage", terms.feePercentage().value())
                .put("fee_usd", terms.feeUsd())
                .put("fee_units", terms.fee().units())
                .put("amount_units", terms.amount().units())
                .put("markup_percentage", terms.markupPercentage().value())
                .put("markup_units", terms.markup().units())
                .put("flag_fee_usd", terms.flagFeeUsd())
                .put("flag_fee_units", terms.flagFee().units());
    }

    static Deposit deposit(ResultSet row) throws SQLException {
        return new Deposit(
                new DepositId(new ObjectId(row.getString("id"))),
                new Tenant(
                        new IntegrationId(new ObjectId(row.getString("integration"))),
                        Environment.parse(row.getString("environment")).orElseThrow()),
                new WalletId(new ObjectId(row.getString("wallet"))),
                origin(row),
                content(row),
                state(row),
                mock(row),
                new Deposit.Told(
                        row.getInt("sequence"),
                        Optional.ofNullable(row.getObject("announced_confirmations", Integer.class))),
                row.getInt("corrections"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static Deposit.Origin origin(ResultSet row) throws SQLException {
        return new Deposit.Origin(
                Network.valueOf(row.getString("network").toUpperCase(Locale.ROOT)),
                new TxHash(row.getString("tx_hash")),
                new Position(row.getString("position")),
                new Address(row.getString("address")),
                row.getInt("out_index"));
    }

    private static Deposit.Content content(ResultSet row) throws SQLException {
        return new Deposit.Content(
                new AssetCode(row.getString("asset")),
                row.getBoolean("wrong_asset"),
                row.getBigDecimal("units").toBigIntegerExact(),
                text(row, "sender").map(Address::new));
    }

    private static Optional<Deposit.Mock> mock(ResultSet row) throws SQLException {
        BigDecimal usd = row.getBigDecimal("given_usd");
        return usd == null
                ? Optional.empty()
                : Optional.of(new Deposit.Mock(usd, row.getString("reference"), row.getInt("confirmation_offset")));
    }

    private static DepositState state(ResultSet row) throws SQLException {
        return switch (row.getString("status")) {
            case "pending" -> new DepositState.Pending(place(row));
            case "flagged" ->
                new DepositState.Flagged(place(row), flagReason(row).orElseThrow(), terms(row), text(row, "reason"));
            case "completed" ->
                new DepositState.Completed(place(row), terms(row), text(row, "reason"), flagReason(row));
            case "deleted" -> new DepositState.Deleted(row.getString("reason"));
            case String other -> throw new IllegalStateException("unknown deposit status " + other);
        };
    }

    private static Place place(ResultSet row) throws SQLException {
        Optional<String> hash = text(row, "block_hash");
        if (hash.isPresent()) {
            return new Place.InBlock(new BlockRef(row.getLong("block_height"), new BlockHash(hash.get())));
        }
        Long missingSince = row.getObject("missing_since", Long.class);
        return missingSince == null ? new Place.Waiting() : new Place.Missing(missingSince);
    }

    private static Optional<FlagReason> flagReason(ResultSet row) throws SQLException {
        return text(row, "flag_reason").map(code -> FlagReason.valueOf(code.toUpperCase(Locale.ROOT)));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        Fiat currency = Fiat.valueOf(row.getString("currency"));
        return new Terms(
                currency,
                new Quote(
                        new Rate(row.getBigDecimal("price")), row.getString("price_source"), instant(row, "priced_at")),
                row.getBigDecimal("amount_usd"),
                new Quote(new Rate(row.getBigDecimal("rate")), row.getString("rate_source"), instant(row, "rated_at")),
                row.getBigDecimal("conversion_rate"),
                new Percent(row.getBigDecimal("fee_percentage")),
                row.getBigDecimal("fee_usd"),
                money(row, "fee_units", currency),
                money(row, "amount_units", currency),
                new Percent(row.getBigDecimal("markup_percentage")),
                money(row, "markup_units", currency),
                money(row, "flag_fee_units", currency),
                row.getBigDecimal("flag_fee_usd"));
    }

    private static Money money(ResultSet row, String column, Fiat currency) throws SQLException {
        return new Money(currency.asset(), row.getBigDecimal(column).toBigIntegerExact());
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
