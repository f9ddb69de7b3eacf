package dev.offramp.reports;

import dev.offramp.ledger.LineBatch;
import java.util.List;
import java.util.Optional;

/// The lines of some transfers, in the order of booking.
///
/// @param next where the following batch begins; empty when nothing follows
public record ReportBatch(List<ReportLine> lines, Optional<LineBatch.Place> next) {}
