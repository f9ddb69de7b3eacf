package dev.offramp.web;

/// One of the things that the server is to those who ask it: an API to programs, pages to people. Each has paths of its
/// own, and says in its own dress what keeps a request from being answered.
public interface Face {

    /// One word in lower case, by which requests are counted.
    String name();

    /// Whether what lies there is this face's, found or not. No two faces claim the same.
    ///
    /// @param path as sent, not decoded
    boolean claims(String path);

    /// Answers a request with a path of its own. [Trouble][dev.offramp.db.Trouble] and bugs may be thrown; then
    /// [#refuse] is asked what to say.
    RawAnswer answer(RawRequest request);

    /// What `fault` looks like here. It must work whatever else does not: no database, nothing that waits.
    ///
    /// @param requestId by which the log is found
    RawAnswer refuse(Fault fault, String requestId);
}
