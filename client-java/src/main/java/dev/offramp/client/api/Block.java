// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

/**
 * As the API answers it: Block.
 */
public record Block(
        String blockHeight,
        String blockHash) {}
