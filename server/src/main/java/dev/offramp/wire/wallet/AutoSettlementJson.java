package dev.offramp.wire.wallet;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;

/// Whether a wallet's deposits go on to its bank.
public record AutoSettlementJson(@Key(as = Notation.ID) String walletId, boolean autoSettlement) {}
