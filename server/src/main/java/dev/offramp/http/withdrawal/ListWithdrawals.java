package dev.offramp.http.withdrawal;

import dev.offramp.db.Database;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.http.TenantList;
import dev.offramp.outflows.Outflows;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Message;
import dev.offramp.wire.withdrawal.WithdrawalJson;

/// A tenant's withdrawals, newest first.
///
/// `filter`: `status` (pending, processing, completed, rejected, reversed), `currency`, `externalId`, `reference`,
/// `trade`. `search` finds a withdrawal by its id, `externalId`, `reference` or `trade`. `sort`: `createdAt`.
public record ListWithdrawals(TenantList<WithdrawalJson> list) implements Endpoint {

    public ListWithdrawals(Database db, Outflows outflows) {
        this(TenantList.of(
                db,
                outflows.list()
                        .seenAs((tx, tenant, found) ->
                                found.stream().map(WithdrawalRendering::of).toList()),
                WithdrawalJson.class,
                Message.DATA_FETCHED,
                "withdrawals.csv"));
    }

    @Override
    public Route route() {
        return list.on(Route.get("/payments/withdrawals", Scope.READ));
    }

    @Override
    public Manual manual() {
        return list.manual("List withdrawals", "To bank accounts and as stablecoins, newest first.");
    }

    @Override
    public Answer answer(Request request) {
        return list.answer(request);
    }
}
