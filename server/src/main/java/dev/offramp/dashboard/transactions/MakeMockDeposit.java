package dev.offramp.dashboard.transactions;

import dev.offramp.assets.Asset;
import dev.offramp.chains.TxHash;
import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.MockTrade;
import dev.offramp.lists.ListQuery;
import dev.offramp.rates.Quote;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.wallets.Wallet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// Makes a deposit up and leads to its page, where its whole life shows by itself.
record MakeMockDeposit(Uses uses) implements Page {

    /// One label may have an address per asset; of so many it is asked which one is meant.
    private static final int FOUND_MAX = 2;

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowMockForm.PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_ADDRESSES);
    }

    @Override
    public List<Field<?>> fields() {
        return MockForm.ALL;
    }

    @Override
    public Answer answer(Visit visit) {
        if (!ShowMockForm.isPossible(visit)) {
            return Answer.missing();
        }
        Form form = visit.form();
        return form.isValid() ? visit.commit(tx -> make(tx, visit, form)) : invalid(visit, form);
    }

    private Outcome<Answer> make(Transaction tx, Visit visit, Form form) {
        List<Wallet> found = find(tx, visit, form.get(MockForm.TO));
        if (found.isEmpty()) {
            return refused(visit, form.refuse(MockForm.TO, "There is no address and no label like that."));
        }
        if (found.size() > 1) {
            String message = "Several assets have an address with this label. Enter the address that is meant.";
            return refused(visit, form.refuse(MockForm.TO, message));
        }
        Wallet wallet = found.getFirst();
        Asset asset = uses.assets().find(wallet.asset()).orElseThrow();
        return uses.rates()
                .board(tx, visit.business().environment())
                .price(asset)
                .map(price -> make(tx, visit, form, trade(visit, wallet, asset, form.get(MockForm.USD), price)))
                .orElseGet(() -> refused(visit, form.refuse("There is no price of " + asset.symbol() + ".")));
    }

    private List<Wallet> find(Transaction tx, Visit visit, String addressOrLabel) {
        ListQuery query = new ListQuery(
                1,
                FOUND_MAX,
                Optional.empty(),
                List.of(),
                Optional.of(addressOrLabel),
                Optional.empty(),
                Optional.empty());
        return uses.wallets()
                .list(uses.assets())
                .batch(tx, visit.tenant(), query, Optional.empty(), FOUND_MAX)
                .items();
    }

    /// Named after the request: one name per form that was sent.
    private static MockTrade trade(Visit visit, Wallet wallet, Asset asset, BigDecimal usd, Quote price) {
        BigDecimal coins = usd.divide(price.rate().value(), asset.decimals(), RoundingMode.UP);
        String name = "dashboard-" + visit.requestId();
        return new MockTrade(wallet.address(), asset.code(), usd, coins, name, new TxHash(name), Optional.empty(), 1);
    }

    private Outcome<Answer> make(Transaction tx, Visit visit, Form form, MockTrade trade) {
        return switch (uses.deposits().mock(tx, visit.tenant(), trade)) {
            case MockTrade.Outcome.Queued(DepositId id) ->
                Outcome.done(
                        Answer.redirect(visit.here().path(ListTransactions.PATH + "/" + id)),
                        Deed.of(Action.DEPOSIT_MOCKED, Subject.Kind.DEPOSIT, id)
                                .after(Details.of("address", trade.address())
                                        .with("dollars", trade.usd().toPlainString())));
            case MockTrade.Outcome.TooPrecise _, MockTrade.Outcome.WalletNotFound _ ->
                throw new IllegalStateException("the address was just found");
            case MockTrade.Outcome.TxHashTaken _, MockTrade.Outcome.ReferenceTaken _ ->
                refused(visit, form.refuse("This deposit was made already. Open the form again for another."));
        };
    }

    private Outcome<Answer> refused(Visit visit, Form form) {
        return Outcome.refused(invalid(visit, form));
    }

    private Answer invalid(Visit visit, Form form) {
        var offered = ShowMockForm.offered(visit, uses);
        return Answer.invalid(
                ShowMockForm.TITLE, out -> JtemockGenerated.render(out, null, visit.here(), form, offered));
    }
}
