package dev.offramp.people;

import dev.offramp.db.Transaction;
import java.util.Optional;

/// Tells of tries that came to nothing: of each person's in an hour the first, the tenth, the hundredth and so on, and
/// of those with addresses that nobody has, all counted together, the same. So an audit log shows what goes on and how
/// much of it, and nobody can fill it, from however many sources they come. A known address and an unknown one make the
/// same work.
final class FailedTries {

    private static final int TEN = 10;

    private final Throttle throttle;

    FailedTries(Throttle throttle) {
        this.throttle = throttle;
    }

    /// To be called last in a transaction.
    void failed(Transaction tx, Optional<PersonId> person, Witness<SignInTrace> witness) {
        int tries = throttle.count(tx, Budget.failures(person));
        if (isTold(tries)) {
            witness.hear(tx, new SignInTrace.Failed(person, tries));
        }
    }

    /// To be called last in a transaction.
    void throttled(Transaction tx, Optional<PersonId> person, Witness<SignInTrace> witness) {
        int tries = throttle.count(tx, Budget.refusals(person));
        if (isTold(tries)) {
            witness.hear(tx, new SignInTrace.Throttled(person, tries));
        }
    }

    /// Whether it is a power of ten.
    private static boolean isTold(int tries) {
        int left = tries;
        while (left % TEN == 0) {
            left /= TEN;
        }
        return left == 1;
    }
}
