package dev.offramp.payouts;

import java.util.List;

/// One page of a tenant's payouts.
///
/// @param total how many there are on all pages
public record PayoutPage(List<PayoutSnapshot> payouts, long total) {}
