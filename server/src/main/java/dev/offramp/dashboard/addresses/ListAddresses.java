package dev.offramp.dashboard.addresses;

import dev.offramp.assets.Asset;
import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Query;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.dashboard.part.Pager;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.LinkedBank;
import dev.offramp.lists.ListQuery;
import dev.offramp.lists.Part;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All deposit addresses, newest first.
record ListAddresses(Uses uses) implements Page {

    static final String PATH = "/addresses";
    static final String TITLE = "Addresses";

    private static final int SIZE = 50;
    private static final int SEARCH_MAX = 255;

    /// What the page shows.
    record View(List<AddressLine> lines, Pager pager, Query query, List<Choice> assets, boolean isFiltered) {

        boolean chose(Choice choice) {
            return query.text("asset").filter(choice.value()::equals).isPresent();
        }
    }

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.MONEY_IN, TITLE));
    }

    @Override
    public Answer answer(Visit visit) {
        Part<AddressLine> part = visit.view(tx -> page(tx, visit));
        View view = new View(
                part.items(),
                new Pager(visit.here().path(PATH), visit.query(), SIZE, part.total()),
                visit.query(),
                choices(visit),
                !visit.query().with("page", "").values().isEmpty());
        return Answer.page(TITLE, out -> JtelistGenerated.render(out, null, visit.here(), view));
    }

    private Part<AddressLine> page(Transaction tx, Visit visit) {
        Part<Wallet> part = uses.wallets().list(uses.assets()).page(tx, visit.tenant(), query(visit));
        Map<WalletId, LinkedBank> banks =
                uses.destinations().of(tx, part.items().stream().map(Wallet::id).toList());
        return new Part<>(
                part.items().stream()
                        .map(wallet ->
                                AddressLine.of(wallet, asset(wallet), Optional.ofNullable(banks.get(wallet.id()))))
                        .toList(),
                part.total());
    }

    /// The search is for the whole of a label, an address or an id.
    private ListQuery query(Visit visit) {
        return new ListQuery(
                visit.query().page(),
                SIZE,
                Optional.empty(),
                visit
                        .query()
                        .text("asset")
                        .filter(id -> choices(visit).stream()
                                .anyMatch(choice -> choice.value().equals(id)))
                        .map(id -> new ListQuery.Filter("asset", id))
                        .stream()
                        .toList(),
                visit.query().text("search").map(ListAddresses::shortened),
                Optional.empty(),
                Optional.empty());
    }

    private static String shortened(String text) {
        return text.length() > SEARCH_MAX ? text.substring(0, SEARCH_MAX) : text;
    }

    private List<Choice> choices(Visit visit) {
        return uses.assets().list(visit.business().environment()).stream()
                .map(asset -> new Choice(asset.id().toString(), AddressLine.name(asset)))
                .toList();
    }

    private Asset asset(Wallet wallet) {
        return uses.assets().find(wallet.asset()).orElseThrow();
    }
}
