package dev.offramp.dashboard.transactions;

import dev.offramp.assets.Assets;
import dev.offramp.dashboard.Query;
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.db.Transaction;
import dev.offramp.lists.ListQuery;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.Wallets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a list of transactions is asked, from what stands behind the question mark. What is no value of a filter is as
/// if it were not there.
record Filters(Wallets wallets, Assets assets) {

    static final int SIZE = 50;

    /// A label may be used once per asset: more addresses than a search will ever find.
    private static final int WALLETS_MAX = 100;

    /// The search is for a hash or an id of a transaction, or for a label or address, of which all are shown then.
    ListQuery of(Transaction tx, Tenant tenant, Query query) {
        List<ListQuery.Filter> filters = new ArrayList<>();
        query.text("state")
                .filter(state -> States.CHOICES.stream()
                        .anyMatch(choice -> choice.value().equals(state)))
                .ifPresent(state -> filters.add(new ListQuery.Filter("status", state)));
        query.text("asset")
                .filter(id -> choices(tenant.environment()).stream()
                        .anyMatch(choice -> choice.value().equals(id)))
                .ifPresent(id -> filters.add(new ListQuery.Filter("asset", id)));
        Optional<String> search = query.text("search").map(Filters::shortened);
        List<Wallet> found = search.map(text -> search(tx, tenant, text)).orElse(List.of());
        found.forEach(
                wallet -> filters.add(new ListQuery.Filter("wallet", wallet.id().toString())));
        return new ListQuery(
                query.page(),
                SIZE,
                Optional.empty(),
                filters,
                found.isEmpty() ? search : Optional.empty(),
                day(query, "from").map(Filters::start),
                day(query, "until").map(until -> start(until.plusDays(1))));
    }

    private List<Wallet> search(Transaction tx, Tenant tenant, String text) {
        ListQuery query = new ListQuery(
                1, WALLETS_MAX, Optional.empty(), List.of(), Optional.of(text), Optional.empty(), Optional.empty());
        return wallets.list(assets)
                .batch(tx, tenant, query, Optional.empty(), WALLETS_MAX)
                .items();
    }

    private static String shortened(String text) {
        return text.length() > 255 ? text.substring(0, 255) : text;
    }

    /// The assets of an environment, by id.
    List<Choice> choices(Environment environment) {
        return assets.list(environment).stream()
                .map(asset -> new Choice(
                        asset.id().toString(),
                        asset.symbol() + " on " + asset.network().displayName()))
                .toList();
    }

    static Optional<LocalDate> day(Query query, String name) {
        return query.text(name).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 2000 && day.getYear() < 3000);
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        });
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
