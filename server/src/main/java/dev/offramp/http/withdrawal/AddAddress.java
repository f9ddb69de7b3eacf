package dev.offramp.http.withdrawal;

import dev.offramp.db.Transaction;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.http.withdrawal.PayeeForm.Reading;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.TextField;
import dev.offramp.wire.withdrawal.SavedAddressJson;
import dev.offramp.withdrawals.SavedAddress;
import dev.offramp.withdrawals.SavedAddresses;
import dev.offramp.withdrawals.Withdrawals;

/// Keeps an address for withdrawals.
public record AddAddress(Withdrawals withdrawals, SavedAddresses saved, AddressRendering rendering)
        implements Endpoint {

    private static final PayeeForm PAYEE = new PayeeForm(Fields.text("address").required());
    private static final TextField LABEL = Fields.text("label").max(255);

    @Override
    public Route route() {
        return Route.post("/payments/wallet-addresses", Scope.WITHDRAWALS)
                .body(Form.of(PAYEE.address(), PayeeForm.NETWORK, PayeeForm.TOKEN, LABEL));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Save a withdrawal address",
                        "Keeps an address that stablecoins are sent to. `network` may be left out when the address"
                                + " leaves one.",
                        new Shape.One(SavedAddressJson.class))
                .refusing(Refusal.SAVED_ADDRESS_EXISTS);
    }

    @Override
    public Answer answer(Request request) {
        return switch (PAYEE.read(withdrawals, request.tenant().environment(), request.body())) {
            case Reading.Payee payee -> request.commit(tx -> add(tx, request, payee));
            case Reading.Refused(Answer answer) -> answer;
        };
    }

    private Answer add(Transaction tx, Request request, Reading.Payee payee) {
        return switch (saved.add(
                tx,
                request.tenant(),
                payee.token(),
                payee.network(),
                payee.address(),
                request.body().find(LABEL))) {
            case SavedAddresses.Addition.Added(SavedAddress address) ->
                Answer.success(Message.ADDRESS_SAVED, rendering.of(address));
            case SavedAddresses.Addition.AlreadyExists() -> Answer.refusal(Refusal.SAVED_ADDRESS_EXISTS);
        };
    }
}
