package dev.offramp.people;

import java.util.List;

/// What came of changing somebody's second factors.
public sealed interface FactorChange {

    /// Enrolled. All other sessions are over, and this one has a new token: what it may do has grown.
    ///
    /// @param recoveryCodes to be shown this once; none when there were some already
    record Enrolled(Token token, List<RecoveryCode> recoveryCodes) implements FactorChange {}

    /// Removed; with the last factor its recovery codes.
    record Removed() implements FactorChange {}

    /// New codes, to be shown this once; the old ones are dead.
    record NewCodes(List<RecoveryCode> recoveryCodes) implements FactorChange {}

    /// The code or the authenticator's answer is not right.
    record NotAccepted() implements FactorChange {}

    /// There is nothing to confirm or to remove, or the challenge ran out: begin again.
    record Over() implements FactorChange {}

    /// The sign-in is too long ago.
    record NotFresh() implements FactorChange {}
}
