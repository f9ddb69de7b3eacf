package dev.offramp.chains.evm;

/// What came back over HTTP.
sealed interface HttpReply<T> {

    /// A body that could be read, whatever the status: some nodes send their errors with one above 399.
    record Body<T>(T content) implements HttpReply<T> {}

    /// A status above 299 with a body that is none of ours.
    record Status<T>(int code) implements HttpReply<T> {}
}
