package dev.offramp.http.bank;

import dev.offramp.db.Transaction;
import dev.offramp.destinations.BankAccount;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.payouts.Bank;
import dev.offramp.payouts.SavedBank;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.bank.SavedBankJson;
import java.util.Optional;

/// Keeps an account for withdrawals.
public record AddBank(AccountCheck accounts, SavedBanks savedBanks) implements Endpoint {

    @Override
    public Route route() {
        return Route.post("/payments/banks/add", Scope.WITHDRAWALS).body(AccountForm.ADDITION);
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Save a bank account",
                        "Keeps an account for withdrawals; its holder is asked for.",
                        new Shape.One(SavedBankJson.class))
                .refusing(
                        Refusal.BANK_NOT_FOUND,
                        Refusal.ACCOUNT_NAME_UNRESOLVED,
                        Refusal.PAYOUTS_UNAVAILABLE,
                        Refusal.BANK_ACCOUNT_EXISTS);
    }

    @Override
    public Answer answer(Request request) {
        Optional<Bank> bank = accounts.bank(request.body().get(AccountForm.BANK));
        return bank.isEmpty()
                ? Answer.refusal(Refusal.BANK_NOT_FOUND)
                : AccountForm.otherCurrency(request.body(), bank.get()).orElseGet(() -> add(request, bank.get()));
    }

    private Answer add(Request request, Bank bank) {
        return switch (accounts.name(request.tenant().environment(), bank, request.body())) {
            case AccountCheck.Outcome.Named(BankAccount account) ->
                request.commit(tx -> add(tx, request.tenant(), bank, account));
            case AccountCheck.Outcome.Refused(Answer refusal) -> refusal;
        };
    }

    private Answer add(Transaction tx, Tenant tenant, Bank bank, BankAccount account) {
        return switch (savedBanks.add(tx, tenant, account)) {
            case SavedBanks.Addition.Added(SavedBank saved) ->
                Answer.success(Message.BANK_ADDED, SavedBankRendering.of(tenant, bank, saved));
            case SavedBanks.Addition.AlreadyExists() -> Answer.refusal(Refusal.BANK_ACCOUNT_EXISTS);
        };
    }
}
