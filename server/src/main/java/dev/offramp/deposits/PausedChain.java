package dev.offramp.deposits;

import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainId;

/// A chain that is not read until an operator resumes it. Nothing of it is credited meanwhile.
///
/// @param reason in words for the operator
public record PausedChain(ChainId chain, BlockRef readUpTo, String reason) {}
