package dev.offramp.http.wallet;

import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.Destinations;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.http.bank.AccountCheck;
import dev.offramp.payouts.Bank;
import dev.offramp.tenancy.Scope;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.Wallets;
import dev.offramp.wire.Fields;
import dev.offramp.wire.FlagField;
import dev.offramp.wire.Form;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.TextField;
import java.util.Optional;

/// Links a bank to a wallet, in place of the one before. It counts from the next credited deposit.
public record LinkBank(Wallets wallets, Destinations destinations, AccountCheck accounts) implements Endpoint {

    private static final TextField BANK = Fields.text("id").required();
    private static final FlagField AUTO_SETTLEMENT = Fields.flag("autoSettlement");

    @Override
    public Route route() {
        return Route.put("/trades/wallets/{id}/bank", Scope.DEPOSITS, NamedWallet.PARAMETER)
                .body(Form.of(BANK, AccountCheck.NUMBER.required(), AccountCheck.NARRATION, AUTO_SETTLEMENT));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Link a bank to a wallet",
                        "In place of the one before; counts from the next credited deposit.",
                        new Shape.Nothing())
                .refusing(
                        Refusal.WALLET_NOT_FOUND,
                        Refusal.BANK_NOT_FOUND,
                        Refusal.ACCOUNT_NAME_UNRESOLVED,
                        Refusal.PAYOUTS_UNAVAILABLE);
    }

    @Override
    public Answer answer(Request request) {
        Optional<Wallet> wallet = NamedWallet.find(request, wallets);
        if (wallet.isEmpty()) {
            return Answer.refusal(Refusal.WALLET_NOT_FOUND);
        }
        return accounts.bank(request.body().get(BANK))
                .map(bank -> link(request, wallet.get(), bank))
                .orElseGet(() -> Answer.refusal(Refusal.BANK_NOT_FOUND));
    }

    private Answer link(Request request, Wallet wallet, Bank bank) {
        return switch (accounts.name(request.tenant().environment(), bank, request.body())) {
            case AccountCheck.Outcome.Named(BankAccount account) ->
                request.commit(tx -> {
                    destinations.link(tx, wallet.id(), account, request.body().find(AUTO_SETTLEMENT));
                    return Answer.success(Message.BANK_LINKED);
                });
            case AccountCheck.Outcome.Refused(Answer refusal) -> refusal;
        };
    }
}
