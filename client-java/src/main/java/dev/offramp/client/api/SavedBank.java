// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.time.Instant;
import java.util.Optional;

/**
 * As the API answers it: SavedBank.
 *
 * @param id What a withdrawal is addressed to.
 * @param accountName The holder, as the bank writes it.
 * @param bankId The bank's id in the bank list.
 * @param narration What withdrawals say when they say nothing themselves.
 * @param type What kind of institution keeps it.
 */
public record SavedBank(
        String id,
        String account,
        String user,
        String integration,
        String accountName,
        String accountNumber,
        String bankId,
        String bankName,
        Optional<String> narration,
        String currency,
        String type,
        boolean autoSettlement,
        boolean disabled,
        boolean isBusiness,
        Optional<String> avatar,
        Instant createdAt,
        Instant updatedAt) {}
