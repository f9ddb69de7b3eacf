package dev.offramp.web;

/// What came as the body of a request.
public sealed interface Content {

    /// The most a body may have.
    int BYTES_MAX = 64 * 1024;

    /// The most that is read and thrown away, so that the client gets to see why it was refused.
    int BYTES_DRAINED_MAX = 1024 * 1024;

    Content NONE = new Whole(new byte[0]);

    /// All of it; `toString` shows nothing of it.
    record Whole(byte[] bytes) implements Content {
        @Override
        public String toString() {
            return "Whole[" + bytes.length + " bytes]";
        }
    }

    /// More than it may have. When that is said is for the face: what comes first in its order of checks goes first.
    record TooLarge() implements Content {}
}
