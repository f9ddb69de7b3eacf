package dev.offramp.rates;

import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.money.Percent;
import dev.offramp.money.Rate;
import dev.offramp.tenancy.Environment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of `manual_rate` and `rate_spread`.
final class RateStore {

    /// Of two that set rates at once, one waits; readers do not.
    private static final String LOCK = "LOCK TABLE manual_rate IN SHARE ROW EXCLUSIVE MODE";

    private static final String LAST = """
            SELECT base, quote, rate, set_at, expires_at, set_by, superseded_at, withdrawn_at, withdrawn_by
            FROM manual_rate
            WHERE superseded_at IS NULL
            ORDER BY base, quote
            """;

    private static final String HISTORY = """
            SELECT base, quote, rate, set_at, expires_at, set_by, superseded_at, withdrawn_at, withdrawn_by
            FROM manual_rate
            WHERE base = :base AND quote = :quote
            ORDER BY id DESC
            """;

    private static final String SUPERSEDE = """
            UPDATE manual_rate SET superseded_at = :now
            WHERE base = :base AND quote = :quote AND superseded_at IS NULL
            """;

    private static final String WITHDRAW = """
            UPDATE manual_rate SET withdrawn_at = :now, withdrawn_by = :by
            WHERE base = :base AND quote = :quote AND superseded_at IS NULL
            """;

    private static final String INSERT = """
            INSERT INTO manual_rate (base, quote, rate, set_at, expires_at, set_by)
            VALUES (:base, :quote, :rate, :set_at, :expires_at, :set_by)
            """;

    private static final String SPREADS = """
            SELECT currency, percent FROM rate_spread WHERE environment = :environment
            """;

    private static final String SET_SPREAD = """
            INSERT INTO rate_spread (environment, currency, percent) VALUES (:environment, :currency, :percent)
            ON CONFLICT ON CONSTRAINT rate_spread_pk DO UPDATE SET percent = excluded.percent
            """;

    void lock(Transaction tx) {
        tx.sql().execute(LOCK);
    }

    /// The last rate of each pair, expired or not.
    List<ManualRate> last(Transaction tx) {
        return tx.sql().createQuery(LAST).map(RateStore::rate).list();
    }

    List<ManualRate> history(Transaction tx, Pair pair) {
        return tx.sql()
                .createQuery(HISTORY)
                .bind("base", pair.base())
                .bind("quote", pair.quote().name())
                .map(RateStore::rate)
                .list();
    }

    /// Makes `rate` the last one of its pair.
    void set(Transaction tx, ManualRate rate) {
        tx.sql()
                .createUpdate(SUPERSEDE)
                .bind("base", rate.pair().base())
                .bind("quote", rate.pair().quote().name())
                .bind("now", rate.setAt())
                .execute();
        tx.sql()
                .createUpdate(INSERT)
                .bind("base", rate.pair().base())
                .bind("quote", rate.pair().quote().name())
                .bind("rate", rate.rate().value())
                .bind("set_at", rate.setAt())
                .bind("expires_at", rate.expiresAt())
                .bind("set_by", rate.setBy())
                .execute();
    }

    /// Withdraws the last rate of a pair.
    void withdraw(Transaction tx, Pair pair, ManualRate.Withdrawal withdrawal) {
        tx.sql()
                .createUpdate(WITHDRAW)
                .bind("base", pair.base())
                .bind("quote", pair.quote().name())
                .bind("now", withdrawal.at())
                .bind("by", withdrawal.by())
                .execute();
    }

    Map<Fiat, Percent> spreads(Transaction tx, Environment environment) {
        Map<Fiat, Percent> spreads = new EnumMap<>(Fiat.class);
        tx.sql()
                .createQuery(SPREADS)
                .bind("environment", environment.code())
                .map((row, context) ->
                        spreads.put(Fiat.valueOf(row.getString("currency")), new Percent(row.getBigDecimal("percent"))))
                .list();
        return spreads;
    }

    void setSpread(Transaction tx, Environment environment, Fiat currency, Percent spread) {
        tx.sql()
                .createUpdate(SET_SPREAD)
                .bind("environment", environment.code())
                .bind("currency", currency.name())
                .bind("percent", spread.value())
                .execute();
    }

    private static ManualRate rate(ResultSet row, StatementContext context) throws SQLException {
        return new ManualRate(
                new Pair(row.getString("base"), Fiat.valueOf(row.getString("quote"))),
                new Rate(row.getBigDecimal("rate")),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("set_by"),
                instant(row, "superseded_at"),
                withdrawal(row));
    }

    private static Optional<ManualRate.Withdrawal> withdrawal(ResultSet row) throws SQLException {
        String by = row.getString("withdrawn_by");
        return instant(row, "withdrawn_at").map(at -> new ManualRate.Withdrawal(by, at));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
