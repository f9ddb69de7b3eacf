// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

/**
 * As the API answers it: MockTrade.
 *
 * @param id The trade's.
 */
public record MockTrade(
        String id) {}
