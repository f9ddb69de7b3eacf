/**
 * A client of the Offramp API for Java 17 or newer.
 *
 * <p>{@link dev.offramp.client.Offramp} asks: it repeats what was not answered under the same idempotency key, goes
 * through lists page by page, and throws a {@link dev.offramp.client.OfframpException} for what was refused.
 * {@link dev.offramp.client.WebhookVerifier} reads what your server is told. Amounts are {@code BigDecimal}, exactly as
 * they were sent. The records of {@code dev.offramp.client.api} and {@link dev.offramp.client.Operations} are generated
 * from the API's description; all else is written by hand.
 */
package dev.offramp.client;
