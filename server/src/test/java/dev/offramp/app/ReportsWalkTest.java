package dev.offramp.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.LineBatch;
import dev.offramp.ledger.Posting;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Money;
import dev.offramp.reports.LineKind;
import dev.offramp.reports.ReportBatch;
import dev.offramp.reports.ReportLine;
import dev.offramp.reports.Statement;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Ledger lines and statements against the books, after a random walk.
class ReportsWalkTest {

    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-25T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-01T00:00:00Z");

    /// All lines but those of what sending cost, which is the platform's own affair.
    private static final String ALL = "SELECT count(*) FROM posting WHERE purpose <> 'withdrawal.gas'";

    private static final String POSTED = """
            SELECT account.kind || ' ' || account.asset AS account,
                   sum(CASE WHEN posting.to_account = account.id THEN units ELSE -units END) AS units
            FROM posting JOIN account ON account.id IN (posting.from_account, posting.to_account)
            WHERE account.owner IS NOT NULL
            GROUP BY account.id
            """;

    private static Stage stage;
    private static Walk walk;

    /// One walk for all: questions change nothing.
    @BeforeAll
    static void walk() {
        stage = new Stage();
        walk = new Walk(stage, 4);
        walk.steps(25);
        stage.platform.ledger().checkpoint();
        walk.steps(20);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void linesAreAllThereIsAndComeToTheBalance() {
        List<ReportLine> lines = lines(FROM, UNTIL, 7);
        assertThat(lines).hasSize((int)
                (long) ask(tx -> tx.sql().createQuery(ALL).mapTo(Long.class).one()));
        assertThat(new HashSet<>(lines)).hasSameSizeAs(lines);
        assertThat(lines).extracting(line -> line.line().at()).isSorted();
        assertThat(lines(FROM, MIDNIGHT, 3))
                .as("the days before and after are all of it")
                .hasSizeBetween(1, lines.size() - 1)
                .hasSize(lines.size() - lines(MIDNIGHT, UNTIL, 1000).size());
        assertThat(changes(lines)).isEqualTo(balances());
    }

    @Test
    void linesAreWorthWhatWasGivenForThem() {
        List<ReportLine> lines = lines(FROM, UNTIL, 100);
        Map<LineKind, List<ReportLine>> coins =
                lines.stream().filter(line -> line.decimals() > 2).collect(Collectors.groupingBy(ReportLine::kind));
        assertThat(coins.keySet())
                .contains(
                        LineKind.DEPOSIT_HELD_BACK,
                        LineKind.DEPOSIT_CREDITED,
                        LineKind.DEPOSIT_CORRECTED,
                        LineKind.WITHDRAWAL_SENT);
        assertThat(coins.values())
                .allSatisfy(each -> assertThat(each)
                        .allSatisfy(line -> assertThat(line.value()).isPresent()));
        assertThat(coins.get(LineKind.DEPOSIT_CREDITED))
                .allSatisfy(line -> assertThat(line.value()).hasValue(exchanged(lines, line)));
        assertThat(lines)
                .filteredOn(line -> line.decimals() == 2)
                .allSatisfy(line ->
                        assertThat(line.value()).hasValue(line.line().posting().amount()));
    }

    @Test
    void linesOfDepositsAreTheSameAskedForOneByOne() {
        List<ReportLine> all = lines(FROM, UNTIL, 100);

        for (ObjectId deposit : walk.deposits()) {
            List<ReportLine> its = ask(tx -> stage.platform.reports().linesOf(tx, List.of(deposit)));
            assertThat(its)
                    .isEqualTo(all.stream()
                            .filter(line -> line.line().cause().subject().equals(deposit))
                            .toList());
        }
    }

    @Test
    void statementsCloseWithWhatTheBooksHaveBeforeAndAfterTheCheckpoint() {
        assertThat(closings(november())).isEqualTo(posted());
        Statement before = november();

        stage.platform.ledger().checkpoint();

        assertThat(november()).isEqualTo(before);
        walk.steps(5);
        assertThat(closings(november())).isEqualTo(posted());
        assertThat(november().sheets())
                .allSatisfy(sheet -> assertThat(sheet.opening().isZero()).isTrue())
                .allSatisfy(sheet -> assertThat(sum(sheet)).isEqualTo(sheet.closing()));
    }

    @Test
    void aMonthOpensWithWhatTheLastClosedWith() {
        Statement december = ask(tx -> stage.platform.reports().statement(tx, stage.tenant, YearMonth.of(2026, 12)));

        assertThat(december.sheets()).allMatch(sheet -> sheet.groups().isEmpty());
        assertThat(december.sheets())
                .extracting(Statement.Sheet::opening)
                .containsExactlyElementsOf(november().sheets().stream()
                        .map(Statement.Sheet::closing)
                        .toList());
        assertThat(december.fees()).isEmpty();
    }

    @Test
    void feesAreWhatTheFeeAccountsGot() {
        Map<AssetCode, Money> fees = ask(stage.platform.ledger()::balances).entrySet().stream()
                .filter(entry -> entry.getKey().kind() == AccountKind.FEES)
                .collect(Collectors.toMap(entry -> entry.getKey().asset(), Map.Entry::getValue));

        assertThat(november().fees().values()).containsExactlyInAnyOrderElementsOf(fees.values());
    }

    private static Money exchanged(List<ReportLine> lines, ReportLine coins) {
        return lines.stream()
                .filter(line -> line.line().cause().equals(coins.line().cause()) && line.decimals() == 2)
                .map(line -> line.line().posting().amount())
                .reduce(Money::plus)
                .orElseThrow();
    }

    private static List<ReportLine> lines(Instant from, Instant until, int max) {
        List<ReportLine> lines = new ArrayList<>();
        Optional<LineBatch.Place> after = Optional.empty();
        do {
            Optional<LineBatch.Place> start = after;
            ReportBatch batch = ask(tx -> stage.platform.reports().lines(tx, stage.tenant, from, until, start, max));
            lines.addAll(batch.lines());
            after = batch.next();
        } while (after.isPresent());
        return lines;
    }

    private static Map<String, BigInteger> changes(List<ReportLine> lines) {
        Map<String, BigInteger> changes = new TreeMap<>();
        for (ReportLine line : lines) {
            Posting posting = line.line().posting();
            BigDecimal change = line.change(stage.tenant);
            if (change.signum() != 0) {
                changes.merge(
                        "tenant " + posting.amount().asset(),
                        change.movePointRight(2).toBigIntegerExact(),
                        BigInteger::add);
            }
        }
        return changes;
    }

    private static Map<String, BigInteger> balances() {
        Map<String, BigInteger> balances = posted();
        balances.keySet().removeIf(account -> !account.startsWith("tenant"));
        return balances;
    }

    private static Map<String, BigInteger> posted() {
        Map<String, BigInteger> posted = new TreeMap<>();
        ask(tx -> tx.sql()
                .createQuery(POSTED)
                .map((row, context) -> posted.put(
                        row.getString("account"), row.getBigDecimal("units").toBigIntegerExact()))
                .list());
        return posted;
    }

    private static Map<String, BigInteger> closings(Statement statement) {
        Map<String, BigInteger> closings = new TreeMap<>();
        statement
                .sheets()
                .forEach(sheet -> closings.put(
                        sheet.account().kind().name().toLowerCase(Locale.ROOT) + " "
                                + sheet.account().asset(),
                        sheet.closing().units()));
        return closings;
    }

    private static Money sum(Statement.Sheet sheet) {
        Money sum = sheet.opening();
        for (Statement.Group group : sheet.groups()) {
            sum = group.isIncoming() ? sum.plus(group.amount()) : sum.minus(group.amount());
        }
        return sum;
    }

    private static Statement november() {
        return ask(tx -> stage.platform.reports().statement(tx, stage.tenant, YearMonth.of(2026, 11)));
    }

    private static <T> T ask(Function<Transaction, T> question) {
        return stage.platform.db().view(question);
    }
}
