package dev.offramp.dashboard.reports;

import java.math.BigDecimal;

/// A row of a statement as a line of a table.
public record StatementCsv(String month, String account, String what, String count, BigDecimal amount) {}
