package dev.offramp.http.bank;

import dev.offramp.db.Database;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.http.TenantList;
import dev.offramp.payouts.Banks;
import dev.offramp.payouts.SavedBank;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.tenancy.Scope;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wire.Message;
import dev.offramp.wire.bank.SavedBankJson;
import java.util.List;

/// The accounts a tenant keeps for withdrawals, newest first.
///
/// `filter`: `currency`, `bankId`, `accountNumber`, `accountName`. `search` finds an account by its id, its number, its
/// holder or its bank. `sort`: `createdAt`, `accountName`, `bankName`.
public record ListSavedBanks(TenantList<SavedBankJson> list) implements Endpoint {

    public ListSavedBanks(Database db, SavedBanks savedBanks, Banks banks) {
        this(TenantList.of(
                db,
                savedBanks.list().seenAs((tx, tenant, found) -> all(tenant, banks, found)),
                SavedBankJson.class,
                Message.DATA_FETCHED,
                "banks.csv"));
    }

    @Override
    public Route route() {
        return list.on(Route.get("/payments/integration-banks", Scope.READ));
    }

    @Override
    public Manual manual() {
        return list.manual("List saved bank accounts", "Accounts kept for withdrawals, newest first.");
    }

    @Override
    public Answer answer(Request request) {
        return list.answer(request);
    }

    private static List<SavedBankJson> all(Tenant tenant, Banks banks, List<SavedBank> found) {
        return found.stream()
                .map(saved -> SavedBankRendering.of(tenant, banks, saved))
                .toList();
    }
}
