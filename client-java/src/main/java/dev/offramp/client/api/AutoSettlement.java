// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

/**
 * As the API answers it: AutoSettlement.
 */
public record AutoSettlement(
        String walletId,
        boolean autoSettlement) {}
