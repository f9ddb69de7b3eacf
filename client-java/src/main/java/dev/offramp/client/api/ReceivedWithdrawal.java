// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

/**
 * As the API answers it: ReceivedWithdrawal.
 *
 * @param id The withdrawal's.
 * @param status As it was accepted, however it stands by now.
 */
public record ReceivedWithdrawal(
        String id,
        String status) {}
