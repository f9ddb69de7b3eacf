package dev.offramp.dashboard.transactions;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// The pages about what came in.
public final class TransactionPages {

    private TransactionPages() {}

    public static List<Page> all(Uses uses) {
        TransactionLines lines = new TransactionLines(uses.deposits(), uses.wallets(), uses.assets());
        LifeReader reader = LifeReader.of(uses);
        return List.of(
                new ListTransactions(uses, lines),
                new ExportTransactions(uses),
                new ShowMockForm(uses),
                new MakeMockDeposit(uses),
                new ShowTransaction(reader),
                new ShowProgress(reader));
    }
}
