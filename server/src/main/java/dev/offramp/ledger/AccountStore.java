package dev.offramp.ledger;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.statement.SqlStatement;

/// SQL of the table `account`: numbers accounts on first use. Numbers never change, so committed ones are remembered.
final class AccountStore {

    /// `committed` is false for a row this very transaction made: it may yet be rolled back.
    private static final String FIND = """
            SELECT account.id, account.kind, account.environment, account.owner, account.asset,
                   account.xmin <> coalesce(pg_current_xact_id_if_assigned()::xid, '0'::xid) AS committed
            FROM account
            JOIN unnest(:kinds, :environments, :owners, :assets) AS wanted (kind, environment, owner, asset)
                ON account.kind = wanted.kind AND account.environment = wanted.environment
                AND account.owner IS NOT DISTINCT FROM wanted.owner AND account.asset = wanted.asset
            """;

    private static final String OPEN = """
            INSERT INTO account (kind, environment, owner, asset)
            SELECT kind, environment, owner, asset
            FROM unnest(:kinds, :environments, :owners, :assets) AS wanted (kind, environment, owner, asset)
            ORDER BY kind, environment, owner, asset
            ON CONFLICT ON CONSTRAINT account_name DO NOTHING
            """;

    private static final String GUARD = """
            INSERT INTO guarded_balance (account, posted, held)
            SELECT account, 0, 0 FROM unnest(:accounts) AS account ORDER BY account
            ON CONFLICT ON CONSTRAINT guarded_balance_pk DO NOTHING
            """;

    private final Map<Account, Long> remembered = new ConcurrentHashMap<>();

    /// The numbers of these accounts, opening those that do not exist yet.
    AccountNumbers numbers(Transaction tx, Collection<Account> accounts) {
        AccountNumbers numbers = existing(tx, accounts);
        List<Account> missing =
                accounts.stream().filter(account -> !numbers.knows(account)).toList();
        if (!missing.isEmpty()) {
            open(tx, missing, numbers);
        }
        return numbers;
    }

    private void open(Transaction tx, List<Account> missing, AccountNumbers numbers) {
        named(tx.sql().createUpdate(OPEN), missing).execute();
        find(tx, missing, numbers);
        List<Account> guarded =
                missing.stream().filter(account -> account.kind().isGuarded()).toList();
        if (!guarded.isEmpty()) {
            tx.sql()
                    .createUpdate(GUARD)
                    .bindArray("accounts", Long.class, numbers.of(guarded))
                    .execute();
        }
    }

    /// The numbers of those of these accounts that exist.
    AccountNumbers existing(Transaction tx, Collection<Account> accounts) {
        AccountNumbers numbers = new AccountNumbers();
        List<Account> unknown = new ArrayList<>();
        for (Account account : accounts) {
            Long number = remembered.get(account);
            if (number == null) {
                unknown.add(account);
            } else {
                numbers.put(account, number);
            }
        }
        if (!unknown.isEmpty()) {
            find(tx, unknown, numbers);
        }
        return numbers;
    }

    private void find(Transaction tx, List<Account> accounts, AccountNumbers numbers) {
        named(tx.sql().createQuery(FIND), accounts)
                .map((row, context) -> {
                    Account account = account(row);
                    long number = row.getLong("id");
                    numbers.put(account, number);
                    if (row.getBoolean("committed")) {
                        remembered.put(account, number);
                    }
                    return number;
                })
                .list();
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                AccountKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Environment.parse(row.getString("environment")).orElseThrow(),
                Optional.ofNullable(row.getString("owner")).map(owner -> new IntegrationId(new ObjectId(owner))),
                new AssetCode(row.getString("asset")));
    }

    private static <S extends SqlStatement<S>> S named(S statement, List<Account> accounts) {
        return statement
                .bindArray(
                        "kinds",
                        String.class,
                        accounts.stream().map(a -> a.kind().code()).toList())
                .bindArray(
                        "environments",
                        String.class,
                        accounts.stream().map(a -> a.environment().code()).toList())
                .bindArray("owners", String.class, owners(accounts))
                .bindArray(
                        "assets",
                        String.class,
                        accounts.stream().map(a -> a.asset().value()).toList());
    }

    private static List<Object> owners(List<Account> accounts) {
        List<Object> owners = new ArrayList<>();
        for (Account account : accounts) {
            owners.add(account.owner().map(IntegrationId::toString).orElse(null));
        }
        return owners;
    }
}
