package dev.offramp.http.withdrawal;

import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.payouts.Payouts;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Message;
import dev.offramp.wire.Page;
import dev.offramp.wire.withdrawal.WithdrawalJson;
import java.util.List;

/// A tenant's withdrawals, newest first.
public record ListWithdrawals(Payouts payouts) implements Endpoint {

    @Override
    public Route route() {
        return Route.get("/payments/withdrawals", Scope.READ).query(Page.FORM);
    }

    @Override
    public Answer answer(Request request) {
        Page page = Page.of(request.query());
        Payouts.Page found = payouts.page(request.tenant(), page.number(), page.size());
        List<WithdrawalJson> list =
                found.payouts().stream().map(WithdrawalRendering::of).toList();
        return Answer.page(Message.DATA_FETCHED, list, page.meta(found.total()));
    }
}
