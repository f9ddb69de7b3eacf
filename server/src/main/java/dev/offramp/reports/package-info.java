/// What was booked, as those read it whose money it is: ledger lines with what they were worth, and statements.
///
/// Owns the kinds of lines in words ([LineKind][dev.offramp.reports.LineKind]), the value of a line and the form of a
/// **statement**: per account what it began with, what was moved by kind, and what it ended with. Reads the ledger,
/// figures and facts; writes nothing.
///
/// The **value** of a line is what it was worth when it was booked. A line in a bank currency is its own value. Coins
/// are worth what they were exchanged for in the same transfer, fees and markup included; coins of a flagged deposit
/// what it would have brought then, by the fact that told of it. Coins that were exchanged for nothing (what sending
/// cost, a credit that rounds to nothing) have no value: none is shown.
///
/// Invariants: lines of a time and the balances around it agree to the last unit, opening + lines = closing, since both
/// are read from the postings. A batch of lines holds whole transfers.
///
/// Used by the faces.
@NullMarked
package dev.offramp.reports;

import org.jspecify.annotations.NullMarked;
