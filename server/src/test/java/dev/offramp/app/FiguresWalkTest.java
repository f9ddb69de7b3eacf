package dev.offramp.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.Transaction;
import dev.offramp.figures.Figure;
import dev.offramp.figures.Happening;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Figures against sums over the tables they spare us.
class FiguresWalkTest {

    private static final LocalDate FROM = LocalDate.parse("2026-11-01");
    private static final LocalDate UNTIL = LocalDate.parse("2026-12-31");

    /// By the books: what moved in or out of balances and fees, per day of UTC, purpose and currency.
    private static final String BOOKED = """
            SELECT (posting.at AT TIME ZONE 'UTC')::date || ' ' ||
                   CASE regexp_replace(posting.purpose, '[.][0-9]+$', '')
                       WHEN 'deposit.credit' THEN 'CREDITED' WHEN 'deposit.correct' THEN 'CORRECTED'
                       WHEN 'payout.paid' THEN 'PAID_OUT' WHEN 'payout.taken-back' THEN 'TAKEN_BACK'
                       WHEN 'withdrawal.sent' THEN 'SENT' END || ' ' || account.asset AS name,
                   count(DISTINCT (posting.subject, posting.purpose)) AS count,
                   coalesce(sum(units) FILTER (WHERE account.kind IN ('tenant', 'receivable')), 0) AS amount,
                   coalesce(sum(units) FILTER (WHERE account.kind = 'fees'), 0) AS fees
            FROM posting JOIN account ON account.id IN (posting.from_account, posting.to_account)
            WHERE account.kind IN ('tenant', 'receivable', 'fees') AND posting.purpose <> 'conversion'
            GROUP BY name
            ORDER BY name
            """;

    private static final String STANDINGS = """
            SELECT 'DEPOSIT_' || upper(status) AS standing, count(*) AS count FROM deposit WHERE sequence > 0 GROUP BY 1
            UNION ALL
            SELECT 'PAYOUT_' || CASE WHEN status IN ('placed', 'submitting') THEN 'PENDING' ELSE upper(status) END,
                   count(*) FROM payout GROUP BY 1
            UNION ALL
            SELECT 'WITHDRAWAL_' || CASE WHEN status IN ('placed', 'numbered', 'signed') THEN 'PENDING'
                   WHEN status = 'sent' THEN 'PROCESSING' ELSE upper(status) END, count(*) FROM withdrawal GROUP BY 1
            """;

    private static final String DOLLARS_CREDITED = """
            SELECT coalesce(sum(amount_usd), 0) FROM deposit WHERE status = 'completed'
            """;

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void agreeWithTheTablesWhateverHappened() {
        new Walk(stage, 20261129).steps(40);

        assertThat(happenings()).contains(Happening.values());
        assertAgreement();
    }

    @Test
    void areTheSameWhenCountedAnew() {
        new Walk(stage, 7).steps(10);
        List<String> before = figures();
        Map<String, Long> standings = standings();

        stage.platform.db().run(stage.platform.figures()::countAnew);
        assertThat(figures()).isEmpty();
        while (stage.platform.figures().step().runOnce()) {
            assertThat(figures()).isNotEmpty();
        }

        assertThat(figures()).isEqualTo(before);
        assertThat(standings()).isEqualTo(standings);
        assertAgreement();
    }

    private void assertAgreement() {
        assertThat(figures()).isEqualTo(booked());
        assertThat(standings()).isEqualTo(standingsOfTables());
        BigDecimal dollars = ask(tx ->
                tx.sql().createQuery(DOLLARS_CREDITED).mapTo(BigDecimal.class).one());
        assertThat(dollarsCredited()).isEqualByComparingTo(dollars);
    }

    private List<Happening> happenings() {
        return days().stream().map(Figure::happening).distinct().toList();
    }

    private BigDecimal dollarsCredited() {
        return days().stream()
                .map(figure -> switch (figure.happening()) {
                    case CREDITED -> figure.usd();
                    case CORRECTED -> figure.usd().negate();
                    case PAID_OUT, TAKEN_BACK, SENT -> BigDecimal.ZERO;
                })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Figure> days() {
        return ask(tx -> stage.platform.figures().days(tx, stage.tenant, FROM, UNTIL));
    }

    /// Of deposits that are in the balance without their fees, of the others that are charged with them, as booked: the
    /// fee of an outflow goes through the balance.
    private List<String> figures() {
        return days().stream()
                .map(figure -> "%s %s %s: %d times %s and %s"
                        .formatted(
                                figure.day(),
                                figure.happening(),
                                figure.currency(),
                                figure.count(),
                                figure.amount().units(),
                                figure.fees().units()))
                .sorted()
                .toList();
    }

    private List<String> booked() {
        List<String> booked = new ArrayList<>(ask(tx -> tx.sql()
                .createQuery(BOOKED)
                .map((row, context) -> "%s: %d times %s and %s"
                        .formatted(
                                row.getString("name"),
                                row.getLong("count"),
                                row.getBigDecimal("amount").toBigIntegerExact(),
                                row.getBigDecimal("fees").toBigIntegerExact()))
                .list()));
        booked.sort(null);
        return booked;
    }

    private Map<String, Long> standings() {
        Map<String, Long> counts = new TreeMap<>();
        ask(tx -> stage.platform.figures().standings(tx, stage.tenant)).forEach((standing, count) -> {
            if (count > 0) {
                counts.put(standing.name(), count);
            }
        });
        return counts;
    }

    private Map<String, Long> standingsOfTables() {
        Map<String, Long> counts = new TreeMap<>();
        ask(tx -> tx.sql()
                .createQuery(STANDINGS)
                .map((row, context) -> counts.put(row.getString("standing"), row.getLong("count")))
                .list());
        return counts;
    }

    private <T> T ask(Function<Transaction, T> question) {
        return stage.platform.db().transact(question);
    }
}
