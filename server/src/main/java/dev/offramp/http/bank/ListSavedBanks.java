package dev.offramp.http.bank;

import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.payouts.Banks;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Message;
import dev.offramp.wire.Page;
import dev.offramp.wire.bank.SavedBankJson;
import java.util.List;

/// The accounts a tenant keeps for withdrawals, newest first.
public record ListSavedBanks(SavedBanks savedBanks, Banks banks) implements Endpoint {

    @Override
    public Route route() {
        return Route.get("/payments/integration-banks", Scope.READ).query(Page.FORM);
    }

    @Override
    public Answer answer(Request request) {
        Page page = Page.of(request.query());
        SavedBanks.Page found = savedBanks.page(request.tenant(), page.number(), page.size());
        List<SavedBankJson> list = found.banks().stream()
                .map(saved -> SavedBankRendering.of(request.tenant(), banks, saved))
                .toList();
        return Answer.page(Message.DATA_FETCHED, list, page.meta(found.total()));
    }
}
