package dev.offramp.dashboard.transactions;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.lists.ListQuery;
import dev.offramp.tenancy.Environment;
import dev.offramp.wallets.Wallet;
import java.util.List;
import java.util.Optional;

/// The form for a mock deposit; `?to=` fills in where to.
record ShowMockForm(Uses uses) implements Page {

    static final String PATH = ListTransactions.PATH + "/mock";
    static final String TITLE = "Mock deposit";

    /// Addresses that are offered; any other may be typed.
    private static final int OFFERED = 20;

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
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
        if (!isPossible(visit)) {
            return Answer.missing();
        }
        Form form = visit.query()
                .text("to")
                .map(to -> Form.blank().with(MockForm.TO, to))
                .orElseGet(Form::blank);
        List<Choice> offered = offered(visit, uses);
        return Answer.page(TITLE, out -> JtemockGenerated.render(out, null, visit.here(), form, offered));
    }

    /// Real chains have no mock deposits.
    static boolean isPossible(Visit visit) {
        return visit.business().environment() == Environment.DEVELOPMENT;
    }

    static List<Choice> offered(Visit visit, Uses uses) {
        List<Wallet> newest = visit.view(tx -> uses.wallets()
                .list(uses.assets())
                .batch(tx, visit.tenant(), ListQuery.page(1, OFFERED), Optional.empty(), OFFERED)
                .items());
        return newest.stream()
                .map(wallet -> new Choice(
                        wallet.address().value(),
                        wallet.label() + ", "
                                + uses.assets()
                                        .find(wallet.asset())
                                        .map(asset -> asset.symbol() + " on "
                                                + asset.network().displayName())
                                        .orElse(wallet.asset().value())))
                .toList();
    }
}
