// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.time.Instant;
import java.util.Optional;

/**
 * As the API answers it: Wallet.
 *
 * @param address Byte for byte as it was generated.
 * @param label Exactly as it was sent.
 * @param asset The asset's id.
 * @param identifier The asset's custody code.
 * @param vaultId Its number; paths take it in place of the id.
 * @param autoSettlement Whether deposits go on to its bank.
 * @param bankId With the three after it left out while no bank is linked.
 * @param lastTrade Its newest deposit; only when one wallet is asked for, and has one.
 */
public record Wallet(
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
        Optional<Trade> lastTrade) {}
