/// Tells spans to a collector by OTLP over HTTP, by OpenTelemetry's own SDK: in batches, in the background, so that
/// whoever tells one waits for nothing. What does not fit while the collector is away is dropped.
///
/// Owns nothing that outlives the process. Known to `app` alone.
@NullMarked
package dev.offramp.traces.otlp;

import org.jspecify.annotations.NullMarked;
