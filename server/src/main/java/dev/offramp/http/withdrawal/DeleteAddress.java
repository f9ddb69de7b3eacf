package dev.offramp.http.withdrawal;

import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.PathParameter;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.withdrawals.SavedAddressId;
import dev.offramp.withdrawals.SavedAddresses;

/// Forgets an address; withdrawals to it that are under way go on.
public record DeleteAddress(SavedAddresses saved) implements Endpoint {

    @Override
    public Route route() {
        return Route.delete("/payments/wallet-addresses/{id}", Scope.WITHDRAWALS, PathParameter.id("id"));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Forget a saved withdrawal address",
                        "Withdrawals to it that are under way go on.",
                        new Shape.Nothing())
                .refusing(Refusal.SAVED_ADDRESS_NOT_FOUND);
    }

    @Override
    public Answer answer(Request request) {
        SavedAddressId id = new SavedAddressId(request.objectId("id"));
        return request.commit(tx -> saved.delete(tx, request.tenant(), id)
                ? Answer.success(Message.ADDRESS_DELETED)
                : Answer.refusal(Refusal.SAVED_ADDRESS_NOT_FOUND));
    }
}
