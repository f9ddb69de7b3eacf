package dev.offramp.web;

import java.time.Duration;

/// What keeps a request from being answered, before its face has seen it or while it worked on it.
public sealed interface Fault {

    /// It is no HTTP, or its body breaks off.
    record Malformed() implements Fault {}

    /// Another version of HTTP than 1.1.
    record VersionUnsupported() implements Fault {}

    /// Its body is encoded in a way that we do not read.
    record EncodingUnsupported() implements Fault {}

    /// So much larger than [Content#BYTES_MAX] that it was not read to its end.
    record BodyTooLarge() implements Fault {}

    /// Its body did not come in time.
    record BodyLate() implements Fault {}

    /// Too much is asked at once, or something outside of the program does not answer.
    ///
    /// @param retryAfter when it may be better
    record Unavailable(Duration retryAfter) implements Fault {}

    /// A mistake of ours, logged where it was caught. Nothing of it may be shown but the request's id.
    record Bug() implements Fault {}
}
