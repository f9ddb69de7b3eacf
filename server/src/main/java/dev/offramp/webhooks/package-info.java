/// Events for the integrator's own server: endpoints, deliveries, retries, log, resend, replay.
///
/// Owns the **endpoints** of a tenant, the webhook **secret** of an integration, the **delivery records** (one per
/// event and endpoint, kept for 7 days) with their **attempts**, and the queue of what is still to be sent. Knows no
/// other room's things: the wire renders an event once and hands down the bytes, and every attempt and resend sends
/// exactly these.
///
/// Bodies and what receivers answer lie sealed under the server key.
///
/// Invariants: a record is made in the transaction of the news and sent after its commit; no transaction is open and
/// no lock is held while a receiver answers. Every record is sent at least once, whatever crashes; by one worker at a
/// time. Events of one object keep their order, except that a later one does not wait for the retry of an earlier one.
/// An endpoint has at most 64 attempts in flight, a failing one 2, and whoever has least in flight is served first, so
/// that a slow or dead receiver costs nobody else anything. A disabled endpoint keeps its queue.
///
/// The queue is a table of its own beside the log and not the room `jobs`: claims must know the object's order and
/// what each endpoint has in flight, and the wide rows of the log are written only twice per delivery.
///
/// Which addresses may be called is judged by the client at connect time, see
/// [ApacheWebhookClient][dev.offramp.webhooks.apache.ApacheWebhookClient].
@NullMarked
package dev.offramp.webhooks;

import org.jspecify.annotations.NullMarked;
