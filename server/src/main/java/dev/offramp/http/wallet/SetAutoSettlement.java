package dev.offramp.http.wallet;

import dev.offramp.db.Transaction;
import dev.offramp.destinations.Destinations;
import dev.offramp.destinations.FlagChange;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.tenancy.Scope;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.Wallets;
import dev.offramp.wire.Fields;
import dev.offramp.wire.FlagField;
import dev.offramp.wire.Form;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.wallet.AutoSettlementJson;

/// Says whether a wallet's deposits go on to its bank. It counts from the next credited deposit.
public record SetAutoSettlement(Wallets wallets, Destinations destinations) implements Endpoint {

    private static final FlagField FLAG = Fields.flag("autoSettlement").required();

    @Override
    public Route route() {
        return Route.put("/trades/wallets/{id}/auto-settlement", Scope.DEPOSITS, NamedWallet.PARAMETER)
                .body(Form.of(FLAG));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Set auto-settlement of a wallet",
                        "Whether its deposits go on to its bank; counts from the next credited deposit.",
                        new Shape.One(AutoSettlementJson.class))
                .refusing(Refusal.WALLET_NOT_FOUND, Refusal.WALLET_WITHOUT_BANK);
    }

    @Override
    public Answer answer(Request request) {
        return NamedWallet.find(request, wallets)
                .map(wallet ->
                        request.commit(tx -> set(tx, wallet, request.body().get(FLAG))))
                .orElseGet(() -> Answer.refusal(Refusal.WALLET_NOT_FOUND));
    }

    private Answer set(Transaction tx, Wallet wallet, boolean flag) {
        return switch (destinations.setAutoSettlement(tx, wallet.id(), flag)) {
            case FlagChange.Set() ->
                Answer.success(
                        flag ? Message.AUTO_SETTLEMENT_ENABLED : Message.AUTO_SETTLEMENT_DISABLED,
                        new AutoSettlementJson(wallet.id().toString(), flag));
            case FlagChange.NoBank() -> Answer.refusal(Refusal.WALLET_WITHOUT_BANK);
        };
    }
}
