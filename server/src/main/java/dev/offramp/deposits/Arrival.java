package dev.offramp.deposits;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/// A transfer to an address of ours that is no deposit, for the operator's list.
///
/// @param contract the token's contract; empty for the native coin
/// @param why `unknown_token` or `dust`
public record Arrival(
        String environment,
        String network,
        String txHash,
        String position,
        String address,
        Optional<String> contract,
        BigInteger units,
        String why,
        Instant seenAt) {}
