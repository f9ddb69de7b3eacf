package dev.offramp.http.bank;

import dev.offramp.destinations.BankAccount;
import dev.offramp.http.Answer;
import dev.offramp.payouts.Bank;
import dev.offramp.payouts.Banks;
import dev.offramp.payouts.Payouts;
import dev.offramp.payouts.Payouts.Resolution;
import dev.offramp.tenancy.Environment;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.TextField;
import dev.offramp.wire.Values;
import java.util.Optional;

/// Turns the bank and account number of a request into an account with its holder's name, or into the refusal that is
/// the answer. Calls the rail: never within a transaction.
public record AccountCheck(Banks banks, Payouts payouts) {

    /// The fields that every request with a bank account has.
    public static final TextField NUMBER = Fields.text("accountNumber").digits(6, 20);

    public static final TextField NARRATION = Fields.text("narration").max(32);

    /// What came of it.
    public sealed interface Outcome {

        record Named(BankAccount account) implements Outcome {}

        record Refused(Answer answer) implements Outcome {}
    }

    /// The bank of this id in the bank list.
    public Optional<Bank> bank(String id) {
        return banks.find(id);
    }

    /// @param sent has the account number, and perhaps a narration
    public Outcome name(Environment environment, Bank bank, Values sent) {
        return switch (payouts.resolve(environment, bank, sent.get(NUMBER), sent.find(NARRATION))) {
            case Resolution.Resolved(BankAccount account) -> new Outcome.Named(account);
            case Resolution.NotResolved() -> refused(Refusal.ACCOUNT_NAME_UNRESOLVED);
            case Resolution.NoRail() ->
                refused(Refusal.PAYOUTS_UNAVAILABLE, bank.currency().code());
        };
    }

    private static Outcome refused(Refusal refusal, Object... places) {
        return new Outcome.Refused(Answer.refusal(refusal, places));
    }
}
