package dev.offramp.dashboard.reports;

import dev.offramp.dashboard.part.Figures;
import dev.offramp.ledger.AccountKind;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.reports.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A statement in rows.
record StatementRows(List<Sheet> sheets, List<Fee> fees) {

    /// One account.
    ///
    /// @param rows from the opening to the closing
    record Sheet(String name, List<Row> rows) {}

    /// @param count how many lines; empty for balances
    /// @param isBalance opening or closing
    record Row(String what, String count, BigDecimal amount, String shown, boolean isBalance) {}

    record Fee(String currency, BigDecimal amount, String shown) {}

    static StatementRows of(Statement statement) {
        List<Fee> fees = new ArrayList<>();
        statement
                .fees()
                .forEach((currency, fee) -> fees.add(new Fee(currency.name(), decimal(fee), shown(decimal(fee)))));
        return new StatementRows(
                statement.sheets().stream().map(StatementRows::sheet).toList(), fees);
    }

    private static Sheet sheet(Statement.Sheet sheet) {
        List<Row> rows = new ArrayList<>();
        rows.add(balance("Opening", sheet.opening()));
        sheet.groups().forEach(group -> rows.add(row(group)));
        rows.add(balance("Closing", sheet.closing()));
        String asset = sheet.account().asset().value();
        return new Sheet(
                sheet.account().kind() == AccountKind.TENANT ? "Balance in " + asset : "Owed in " + asset, rows);
    }

    private static Row balance(String what, Money amount) {
        return new Row(what, "", decimal(amount), shown(decimal(amount)), true);
    }

    private static Row row(Statement.Group group) {
        BigDecimal amount = decimal(group.amount());
        BigDecimal signed = group.isIncoming() ? amount : amount.negate();
        String words = group.kind().words();
        String what = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return new Row(what, Long.toString(group.count()), signed, shown(signed), false);
    }

    private static BigDecimal decimal(Money money) {
        return money.decimal(Fiat.SCALE);
    }

    private static String shown(BigDecimal amount) {
        return Figures.number(amount);
    }
}
