// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

/**
 * As the API answers it: GeneratedAddress.
 *
 * @param id The wallet's.
 * @param address Permanent; as the network writes it.
 * @param vaultId The wallet's number; paths take it in place of the id.
 */
public record GeneratedAddress(
        String id,
        String address,
        String vaultId) {}
