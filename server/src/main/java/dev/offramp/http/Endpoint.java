package dev.offramp.http;

/// One thing that can be asked for over HTTP. The list of endpoints is the API: routing, checks and its description
/// are read off it.
public interface Endpoint {

    Route route();

    Manual manual();

    /// Answers a request that has passed every check. Business refusals are answers; exceptions are bugs, or
    /// [Trouble][dev.offramp.db.Trouble].
    Answer answer(Request request);
}
