/// Tells spans to a collector by OTLP, in batches, in the background, by OpenTelemetry's own SDK.
///
/// Owns nothing that outlives the process.
@NullMarked
package dev.offramp.traces.otlp;

import org.jspecify.annotations.NullMarked;
