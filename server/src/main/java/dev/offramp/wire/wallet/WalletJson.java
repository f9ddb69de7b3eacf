package dev.offramp.wire.wallet;

import dev.offramp.wire.trade.TradeJson;
import java.time.Instant;
import java.util.Optional;

/// A deposit address.
///
/// @param label exactly as it was sent
/// @param asset the asset's id; `identifier` is its code
/// @param lastTrade only when one wallet is asked for, and has one
public record WalletJson(
        String id,
        String address,
        String label,
        String asset,
        String identifier,
        String vaultId,
        boolean isActive,
        boolean autoSettlement,
        Optional<String> bankId,
        Optional<String> bankName,
        Optional<String> accountNumber,
        Optional<String> accountName,
        Optional<String> narration,
        Instant createdAt,
        Instant updatedAt,
        Optional<TradeJson> lastTrade) {

    /// The bank account is nobody's business in a log.
    @Override
    public String toString() {
        return "WalletJson[" + id + "]";
    }
}
