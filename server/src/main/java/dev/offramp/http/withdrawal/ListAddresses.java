package dev.offramp.http.withdrawal;

import dev.offramp.db.Database;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.http.TenantList;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Message;
import dev.offramp.wire.withdrawal.SavedAddressJson;
import dev.offramp.withdrawals.SavedAddresses;

/// The addresses a tenant keeps for withdrawals, newest first.
///
/// `filter`: `token`, `network`, `address`, `label`. `search` finds an address by its id, itself or its label. `sort`:
/// `createdAt`.
public record ListAddresses(TenantList<SavedAddressJson> list) implements Endpoint {

    public ListAddresses(Database db, SavedAddresses saved, AddressRendering rendering) {
        this(TenantList.of(
                db,
                saved.list()
                        .seenAs((tx, tenant, found) ->
                                found.stream().map(rendering::of).toList()),
                SavedAddressJson.class,
                Message.DATA_FETCHED,
                "addresses.csv"));
    }

    @Override
    public Route route() {
        return list.on(Route.get("/payments/wallet-addresses", Scope.READ));
    }

    @Override
    public Manual manual() {
        return list.manual("List saved withdrawal addresses", "Addresses kept for withdrawals, newest first.");
    }

    @Override
    public Answer answer(Request request) {
        return list.answer(request);
    }
}
