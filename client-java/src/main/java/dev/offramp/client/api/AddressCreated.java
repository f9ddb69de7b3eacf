// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.time.Instant;

/**
 * An event: `trade.address.created`.
 *
 * @param id The wallet's.
 * @param eventId The same on every attempt and resend.
 * @param eventTime When it happened.
 * @param sequence Counts the events of this wallet.
 * @param address Byte for byte as it was generated.
 * @param asset The asset's custody code.
 * @param label Exactly as it was sent.
 * @param vaultId The wallet's number.
 */
public record AddressCreated(
        String id,
        String event,
        String eventId,
        Instant eventTime,
        int sequence,
        String address,
        String asset,
        String label,
        String vaultId) implements Event {}
