package dev.offramp.figures;

import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/// SQL of `figure_of_day` and `figure_of_standing`. Only the reader writes them, one process at a time.
final class FigureStore {

    private static final String ADD = """
            INSERT INTO figure_of_day (integration, environment, day, happening, currency, count, amount, fees, usd)
            SELECT integration, environment, day::date, happening, currency, count, amount, fees, usd
            FROM unnest(:integrations, :environments, :days, :happenings, :currencies, :counts, :amounts, :fees, :usd)
                AS new (integration, environment, day, happening, currency, count, amount, fees, usd)
            ON CONFLICT ON CONSTRAINT figure_of_day_pk DO UPDATE SET
                count = figure_of_day.count + excluded.count,
                amount = figure_of_day.amount + excluded.amount,
                fees = figure_of_day.fees + excluded.fees,
                usd = figure_of_day.usd + excluded.usd
            """;

    /// Rows first and then the changes: a batch may take from a row more than it brings.
    private static final String OPEN = """
            INSERT INTO figure_of_standing (integration, environment, standing, count)
            SELECT integration, environment, standing, 0
            FROM unnest(:integrations, :environments, :standings) AS new (integration, environment, standing)
            ON CONFLICT ON CONSTRAINT figure_of_standing_pk DO NOTHING
            """;

    private static final String MOVE = """
            UPDATE figure_of_standing SET count = figure_of_standing.count + change.count
            FROM unnest(:integrations, :environments, :standings, :counts)
                AS change (integration, environment, standing, count)
            WHERE figure_of_standing.integration = change.integration
            AND figure_of_standing.environment = change.environment
            AND figure_of_standing.standing = change.standing
            """;

    private static final String DAYS = """
            SELECT day, happening, currency, count, amount, fees, usd FROM figure_of_day
            WHERE integration = :integration AND environment = :environment AND day >= :from AND day < :until
            ORDER BY day, happening, currency
            """;

    private static final String STANDINGS = """
            SELECT standing, count FROM figure_of_standing
            WHERE integration = :integration AND environment = :environment
            """;

    void add(Transaction tx, Map<Tally.Row, Tally.Sums> sums) {
        if (sums.isEmpty()) {
            return;
        }
        List<Map.Entry<Tally.Row, Tally.Sums>> rows = List.copyOf(sums.entrySet());
        Update add = tx.sql().createUpdate(ADD);
        tenants(add, rows.stream().map(row -> row.getKey().tenant()).toList());
        texts(add, "days", rows, row -> row.getKey().day().toString());
        texts(add, "happenings", rows, row -> row.getKey().happening().code());
        texts(add, "currencies", rows, row -> row.getKey().currency().code());
        decimals(add, "amounts", rows, row -> units(row.getValue().amount()));
        decimals(add, "fees", rows, row -> units(row.getValue().fees()));
        decimals(add, "usd", rows, row -> row.getValue().usd());
        add.bindArray(
                        "counts",
                        Long.class,
                        rows.stream().map(row -> row.getValue().count()).toList())
                .execute();
    }

    void move(Transaction tx, Map<Tally.Place, Long> moves) {
        if (moves.isEmpty()) {
            return;
        }
        List<Tally.Place> places = List.copyOf(moves.keySet());
        placed(tx.sql().createUpdate(OPEN), places).execute();
        placed(tx.sql().createUpdate(MOVE), places)
                .bindArray("counts", Long.class, places.stream().map(moves::get).toList())
                .execute();
    }

    List<Figure> days(Transaction tx, Tenant tenant, LocalDate from, LocalDate until) {
        return ofTenant(tx.sql().createQuery(DAYS), tenant)
                .bind("from", from)
                .bind("until", until)
                .map(FigureStore::figure)
                .list();
    }

    Map<Standing, Long> standings(Transaction tx, Tenant tenant) {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            counts.put(standing, 0L);
        }
        ofTenant(tx.sql().createQuery(STANDINGS), tenant)
                .map((row, context) -> counts.put(Standing.ofCode(row.getString("standing")), row.getLong("count")))
                .list();
        return counts;
    }

    void forget(Transaction tx) {
        tx.sql().execute("DELETE FROM figure_of_day");
        tx.sql().execute("DELETE FROM figure_of_standing");
    }

    private static Figure figure(ResultSet row, StatementContext context) throws SQLException {
        Fiat currency = Fiat.parse(row.getString("currency")).orElseThrow();
        return new Figure(
                row.getObject("day", LocalDate.class),
                Happening.ofCode(row.getString("happening")),
                currency,
                row.getLong("count"),
                money(currency, row, "amount"),
                money(currency, row, "fees"),
                row.getBigDecimal("usd"));
    }

    private static Money money(Fiat currency, ResultSet row, String column) throws SQLException {
        return new Money(currency.asset(), row.getBigDecimal(column).toBigIntegerExact());
    }

    private static BigDecimal units(Money money) {
        return new BigDecimal(money.units());
    }

    private static Update placed(Update update, List<Tally.Place> places) {
        tenants(update, places.stream().map(Tally.Place::tenant).toList());
        texts(update, "standings", places, place -> place.standing().code());
        return update;
    }

    private static void tenants(Update update, List<Tenant> tenants) {
        texts(update, "integrations", tenants, tenant -> tenant.integration().toString());
        texts(update, "environments", tenants, tenant -> tenant.environment().code());
    }

    private static <T> void texts(Update update, String name, List<T> rows, Function<T, String> value) {
        update.bindArray(name, String.class, rows.stream().map(value).toList());
    }

    private static <T> void decimals(Update update, String name, List<T> rows, Function<T, BigDecimal> value) {
        update.bindArray(name, BigDecimal.class, rows.stream().map(value).toList());
    }

    private static <S extends SqlStatement<S>> S ofTenant(S statement, Tenant tenant) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code());
    }
}
