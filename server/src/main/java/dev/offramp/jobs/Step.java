package dev.offramp.jobs;

/// One turn of a loop. With its clock and randomness injected, a test can run a whole server step by step in one
/// thread.
public interface Step {

    /// Name of the loop in logs and metrics: `deposits.watch.ethereum`.
    String name();

    /// Does what is due now, at most one batch.
    ///
    /// @return true when there may be more to do at once
    boolean runOnce();
}
