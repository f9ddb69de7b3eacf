package dev.offramp.dashboard.reports;

import dev.offramp.dashboard.transactions.Accounts;
import dev.offramp.ledger.Line;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.reports.ReportLine;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A ledger line as a line of a table.
///
/// @param transfer the lines of one transfer have the same
/// @param subject the deposit, payout, withdrawal or conversion it is for
/// @param change what it changes in the balance of `asset`: the sum of all of them is the balance
/// @param value what it was worth when it was booked; empty where nobody knows
public record LineCsv(
        Instant time,
        String transfer,
        int line,
        String kind,
        String subject,
        String from,
        String to,
        BigDecimal amount,
        String asset,
        BigDecimal change,
        Optional<BigDecimal> value,
        Optional<String> valueCurrency) {

    static LineCsv of(ReportLine line, Tenant tenant) {
        Line booked = line.line();
        return new LineCsv(
                booked.at(),
                booked.cause().subject() + " " + booked.cause().purpose(),
                booked.number(),
                line.kind().words(),
                booked.cause().subject().value(),
                Accounts.words(booked.posting().from()),
                Accounts.words(booked.posting().to()),
                line.amount(),
                booked.posting().amount().asset().value(),
                line.change(tenant),
                line.value().map(money -> money.decimal(Fiat.SCALE)),
                line.value().map(Money::asset).map(asset -> asset.value()));
    }
}
