package dev.offramp.web;

import java.io.IOException;
import java.io.OutputStream;

/// A body that is written as it is made, because it may be longer than memory.
@FunctionalInterface
public non-sealed interface Streamed extends Body {

    /// Writes all of it. What goes wrong after the first byte can only be told by breaking off.
    void writeTo(OutputStream out) throws IOException;
}
