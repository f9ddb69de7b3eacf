package dev.offramp.http.bank;

import dev.offramp.destinations.BankAccount;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.payouts.Bank;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.bank.AccountJson;
import java.util.Optional;

/// In whose name an account is.
public record ValidateAccount(AccountCheck accounts) implements Endpoint {

    @Override
    public Route route() {
        return Route.post("/payments/banks/validate", Scope.READ).body(AccountForm.QUESTION);
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Ask for the holder of an account",
                        "In whose name an account is.",
                        new Shape.One(AccountJson.class))
                .refusing(Refusal.BANK_NOT_FOUND, Refusal.ACCOUNT_NAME_UNRESOLVED, Refusal.PAYOUTS_UNAVAILABLE);
    }

    @Override
    public Answer answer(Request request) {
        Optional<Bank> bank = accounts.bank(request.body().get(AccountForm.BANK));
        return bank.isEmpty()
                ? Answer.refusal(Refusal.BANK_NOT_FOUND)
                : AccountForm.otherCurrency(request.body(), bank.get()).orElseGet(() -> answer(request, bank.get()));
    }

    private Answer answer(Request request, Bank bank) {
        return switch (accounts.name(request.tenant().environment(), bank, request.body())) {
            case AccountCheck.Outcome.Named(BankAccount account) ->
                Answer.success(
                        Message.DATA_FETCHED,
                        new AccountJson(
                                account.accountNumber(),
                                bank.type().code(),
                                account.bankName(),
                                account.accountName()));
            case AccountCheck.Outcome.Refused(Answer refusal) -> refusal;
        };
    }
}
