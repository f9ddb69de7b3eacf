package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.assets.Asset;
import dev.offramp.db.Transaction;
import dev.offramp.ledger.Account;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.IntegrationId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `books`: the balance of every account.
@Command(name = "books", description = "The balance of every account: what went in less what went out.")
final class BooksCommand implements Callable<Integer> {

    private final Desk desk;

    @Mixin
    private JsonOption json = new JsonOption();

    BooksCommand(Desk desk) {
        this.desk = desk;
    }

    /// @param held set aside of a tenant's balance
    record Line(
            String environment,
            String account,
            Optional<String> integration,
            String asset,
            BigDecimal balance,
            Optional<BigDecimal> held) {}

    @Override
    public Integer call() {
        return desk.answer(json.on(), BooksCommand::lines);
    }

    /// All accounts as they are at one moment.
    static List<Line> lines(Platform platform) {
        Map<IntegrationId, String> names = platform.tenancy().integrations().stream()
                .collect(Collectors.toMap(Integration::id, Integration::name));
        return platform.db().view(tx -> lines(tx, platform, names));
    }

    private static List<Line> lines(Transaction tx, Platform platform, Map<IntegrationId, String> names) {
        Map<Account, Money> balances = platform.ledger().balances(tx);
        List<Account> guarded = balances.keySet().stream()
                .filter(account -> account.kind().isGuarded())
                .toList();
        Map<Account, Money> available = platform.ledger().available(tx, guarded);
        return balances.entrySet().stream()
                .map(entry -> line(
                        platform,
                        names,
                        entry.getKey(),
                        entry.getValue(),
                        Optional.ofNullable(available.get(entry.getKey()))))
                .sorted(Comparator.comparing(Line::environment)
                        .thenComparing(Line::account)
                        .thenComparing(line -> line.integration().orElse(""))
                        .thenComparing(Line::asset))
                .toList();
    }

    private static Line line(
            Platform platform,
            Map<IntegrationId, String> names,
            Account account,
            Money balance,
            Optional<Money> available) {
        int decimals = decimals(platform, account.asset());
        return new Line(
                account.environment().code(),
                account.kind().name().toLowerCase(Locale.ROOT),
                account.owner().map(owner -> names.getOrDefault(owner, owner.toString())),
                account.asset().value(),
                balance.decimal(decimals),
                available.map(spendable -> balance.minus(spendable).decimal(decimals)));
    }

    private static int decimals(Platform platform, AssetCode asset) {
        return Fiat.parse(asset.value())
                .map(_ -> Fiat.SCALE)
                .or(() -> platform.assets().find(asset).map(Asset::decimals))
                .or(() -> platform.withdrawals().decimals(asset))
                .orElseThrow();
    }
}
