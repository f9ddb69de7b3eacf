package dev.offramp.http;

/// What came as the body of a request.
sealed interface Content {

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

    record TooLarge() implements Content {}

    /// It broke off, or was not framed as HTTP wants it.
    record Broken() implements Content {}

    /// It did not come in time.
    record Late() implements Content {}
}
