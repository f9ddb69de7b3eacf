// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

/**
 * As the API answers it: Account.
 *
 * @param type What kind of institution keeps it.
 * @param accountName The holder, as the bank writes it.
 */
public record Account(
        String accountNumber,
        String type,
        String bankName,
        String accountName) {}
