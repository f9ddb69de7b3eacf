package dev.offramp.http;

import java.io.IOException;
import java.io.OutputStream;

/// A body that is written as it is made, because it may be longer than memory.
public interface Streamed {

    /// Writes all of it. What goes wrong after the first byte can only be told by breaking off.
    void writeTo(OutputStream out) throws IOException;
}
