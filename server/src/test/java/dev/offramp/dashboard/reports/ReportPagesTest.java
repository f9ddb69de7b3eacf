package dev.offramp.dashboard.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.Chains;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.db.CountedStatements;
import dev.offramp.ledger.Account;
import dev.offramp.money.Fiat;
import dev.offramp.people.Role;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The pages about reports; the numbers themselves are held against the books in `ReportsWalkTest`.
class ReportPagesTest {

    private static final TestDashboard DASHBOARD = new TestDashboard();
    private static final Chains CHAINS = new Chains(DASHBOARD);
    private static final String PATH = DASHBOARD.root() + "/reports";
    private static final String LINES = PATH + "/lines.csv?from=2026-11-01&until=2026-11-30";

    @BeforeAll
    static void earn() {
        CHAINS.deposit(CHAINS.settlingWallet(DASHBOARD.tenant(), "settles", "0123456789"), "59");
        CHAINS.deposit(CHAINS.wallet(DASHBOARD.tenant(), "stays"), "100");
        CHAINS.deposit(CHAINS.wallet(DASHBOARD.tenant(), "poor"), "20");
        CHAINS.blocks(10);
    }

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    @Test
    void downloadsLinesThatComeToTheBalance() {
        TestBrowser finance = DASHBOARD.member(Role.FINANCE);
        assertThat(finance.get(PATH).body()).contains("/reports/lines.csv", "November 2026");

        Reply table = finance.get(LINES);

        assertThat(table.header("Content-Disposition")).contains("ledger-2026-11-01-2026-11-30.csv");
        List<String[]> lines =
                table.body().lines().map(line -> line.split(",", -1)).toList();
        List<String> names = Arrays.asList(lines.getFirst());
        assertThat(names).contains("time", "kind", "subject", "amount", "asset", "change", "value", "valueCurrency");
        BigDecimal sum = lines.stream()
                .skip(1)
                .filter(line -> line[names.indexOf("asset")].equals("NGN"))
                .map(line -> new BigDecimal(line[names.indexOf("change")]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(balance());
        assertThat(table.body()).contains("deposit held back", "deposit credited", "payout paid", ",94695,NGN");
    }

    private static BigDecimal balance() {
        Account account = Account.tenant(DASHBOARD.tenant(), Fiat.NGN);
        return DASHBOARD
                .db
                .transact(tx -> DASHBOARD.platform.ledger().available(tx, List.of(account)))
                .get(account)
                .decimal(Fiat.SCALE);
    }

    @Test
    void leavesOutWhatWasBookedOnOtherDays() {
        Reply table = DASHBOARD.member(Role.FINANCE).get(PATH + "/lines.csv?from=2026-11-01&until=2026-11-23");

        assertThat(table.body().lines()).hasSize(1);
    }

    @Test
    void asksForDaysThatMakeSense() {
        TestBrowser finance = DASHBOARD.member(Role.FINANCE);
        for (String query : List.of("", "?from=2026-11-01", "?from=x&until=y", "?from=2026-11-02&until=2026-11-01")) {
            assertThat(finance.get(PATH + "/lines.csv" + query).outcome()).isEqualTo("303 " + PATH);
            assertThat(finance.get(PATH).body()).contains("Choose a first day and a last one");
        }
        assertThat(finance.get(PATH + "/statement?month=13").outcome()).isEqualTo("303 " + PATH);
    }

    @Test
    void showsAStatementAndTheSameAsATable() {
        TestBrowser finance = DASHBOARD.member(Role.FINANCE);

        String page = finance.get(PATH + "/statement?month=2026-11").body();
        String table = finance.get(PATH + "/statement.csv?month=2026-11").body();

        assertThat(page)
                .contains("Statement of November 2026", "Balance in NGN", "Opening", "Closing")
                .contains("Deposit credited", "253,919.02", "Payout paid", "\u221294,221.00", "159,698.02")
                .contains("Fees", "1,325.98");
        assertThat(table)
                .contains("2026-11,Balance in NGN,Opening,,0\r\n")
                .contains("2026-11,Balance in NGN,Deposit credited,2,253919.02")
                .contains("2026-11,Balance in NGN,Payout paid,2,-94221\r\n")
                .contains("2026-11,Balance in NGN,Closing,,159698.02")
                .contains("2026-11,Fees in NGN,Taken,,1325.98");
        assertThat(finance.get(PATH + "/statement?month=2026-10").body()).contains("Nothing was booked until the end");
        assertThat(finance.get(PATH + "/statement?month=2026-12").body()).contains("159,698.02");
    }

    @Test
    void refusesExportsToThoseWhoMayNot() {
        for (Role role : List.of(Role.VIEWER, Role.DEVELOPER)) {
            TestBrowser member = DASHBOARD.member(role);
            assertThat(member.get(LINES).status()).isEqualTo(403);
            assertThat(member.get(PATH + "/statement.csv?month=2026-11").status())
                    .isEqualTo(403);
            assertThat(member.get(PATH).body()).contains("Your role may not download reports.");
            assertThat(member.get(PATH + "/statement?month=2026-11").status()).isEqualTo(200);
        }
    }

    @Test
    void showsNothingOfOthers() {
        TestBrowser other = DASHBOARD.member(DASHBOARD.integration("Neighbour"), Role.OWNER);

        assertThat(other.get(LINES).status()).isEqualTo(404);
        assertThat(other.get(PATH + "/statement?month=2026-11").status()).isEqualTo(404);
    }

    @Test
    void keepsInTheAuditLogWhatWasExported() {
        DASHBOARD.member(Role.FINANCE).get(LINES);

        List<String> entries = DASHBOARD.db.transact(tx -> tx.sql()
                .createQuery("SELECT action || ' ' || after FROM trail_entry WHERE action = 'report.exported'")
                .mapTo(String.class)
                .list());
        assertThat(entries).anyMatch(entry -> entry.contains("2026-11-30"));
    }

    @Test
    void asksAsMuchHoweverMuchWasBooked() {
        TestBrowser finance = DASHBOARD.member(Role.FINANCE);

        assertThat(CountedStatements.during(() -> finance.get(PATH + "/statement?month=2026-11")))
                .hasSameSizeAs(CountedStatements.during(() -> finance.get(PATH + "/statement?month=2026-10")));
    }
}
