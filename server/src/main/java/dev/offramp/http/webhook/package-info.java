/// The log of webhook deliveries, and sending again.
///
/// A record is one event for one endpoint with its attempts, kept for seven days; its payload is the body as it was
/// sent, byte for byte. A resend waits for the receivers, at most a few seconds, and says what each of them answered. A
/// **replay** is for many: it only queues.
@NullMarked
package dev.offramp.http.webhook;

import org.jspecify.annotations.NullMarked;
