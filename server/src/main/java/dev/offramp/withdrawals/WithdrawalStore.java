package dev.offramp.withdrawals;

import dev.offramp.db.Transaction;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/// SQL of the table `withdrawal`.
final class WithdrawalStore {

    private static final String INSERT = """
            INSERT INTO withdrawal (
                id, integration, environment, deposit, attempt, external_id, token, network, address, fee_level,
                asked_coins, amount, fee, asset, units, decimals, status, sequence, created_at, updated_at)
            SELECT id, integration, environment, nullif(deposit, ''), attempt, nullif(external_id, ''), token, network,
                   address, fee_level, nullif(asked_coins, 0), amount, fee, asset, units, decimals, status, sequence,
                   :at, :at
            FROM unnest(
                :ids, :integrations, :environments, :deposits, :attempts, :externalIds, :tokens, :networks, :addresses,
                :feeLevels, :askedCoins, :amounts, :fees, :assets, :units, :decimals, :statuses, :sequences)
                AS new (id, integration, environment, deposit, attempt, external_id, token, network, address, fee_level,
                        asked_coins, amount, fee, asset, units, decimals, status, sequence)
            """;

    private static final String UPDATE = """
            UPDATE withdrawal
            SET status = new.status, tx_hash = nullif(new.tx_hash, ''), reason = nullif(new.reason, ''),
                sequence = new.sequence, updated_at = :at
            FROM unnest(:ids, :statuses, :hashes, :reasons, :sequences)
                AS new (id, status, tx_hash, reason, sequence)
            WHERE withdrawal.id = new.id
            """;

    private static final String LOCK = "SELECT * FROM withdrawal WHERE id = ANY(:ids) ORDER BY id FOR UPDATE";

    private static final String READ = "SELECT * FROM withdrawal WHERE id = ANY(:ids) ORDER BY id";

    /// Twins of a request wait here for each other, whichever process has them; in one order, so that no two wait
    /// crosswise.
    private static final String ONE_AFTER_ANOTHER = """
            SELECT pg_advisory_xact_lock(name)
            FROM (SELECT DISTINCT hashtextextended(key, 160) AS name FROM unnest(:keys) AS key ORDER BY name) AS sorted
            """;

    private static final String SETTLING = "SELECT * FROM withdrawal WHERE deposit = ANY(:deposits) ORDER BY attempt";

    private static final String NAMED = """
            SELECT withdrawal.*
            FROM withdrawal JOIN unnest(:integrations, :environments, :externalIds)
                    AS wanted (integration, environment, external_id)
                ON withdrawal.integration = wanted.integration AND withdrawal.environment = wanted.environment
                AND withdrawal.external_id = wanted.external_id
            """;

    private static final String SINCE = """
            SELECT * FROM withdrawal
            WHERE integration = :integration AND environment = :environment AND created_at > :since
                AND deposit IS NULL AND address = ANY(:addresses)
            """;

    /// An external id may have the form of an id; the id wins.
    private static final String FIND = """
            SELECT * FROM withdrawal
            WHERE integration = :integration AND environment = :environment
                AND (id = :name OR external_id = :name)
            ORDER BY (id = :name) DESC
            LIMIT 1
            """;

    void insert(Transaction tx, List<Withdrawal> withdrawals) {
        if (withdrawals.isEmpty()) {
            return;
        }
        Update insert =
                tx.sql().createUpdate(INSERT).bind("at", withdrawals.getFirst().createdAt());
        new Columns(insert, withdrawals)
                .text("ids", w -> w.id().toString())
                .text("integrations", w -> w.tenant().integration().toString())
                .text("environments", w -> w.tenant().environment().code())
                .text("deposits", w -> text(w.origin().settledDeposit()))
                .column("attempts", Integer.class, w -> w.origin().attempt())
                .text("externalIds", w -> text(w.origin().clientReference()))
                .text("tokens", w -> w.token().code())
                .text("networks", w -> w.network().code())
                .text("addresses", w -> w.address().value())
                .text("feeLevels", w -> w.feeLevel().code())
                .column("askedCoins", BigDecimal.class, w -> w.askedCoins().orElse(BigDecimal.ZERO))
                .units("amounts", Withdrawal::amount)
                .units("fees", Withdrawal::fee)
                .text("assets", w -> w.coins().asset().value())
                .units("units", Withdrawal::coins)
                .column("decimals", Integer.class, Withdrawal::decimals)
                .text("statuses", w -> WithdrawalRow.status(w.state()))
                .column("sequences", Integer.class, Withdrawal::sequence);
        insert.execute();
    }

    /// Writes the new states of withdrawals this transaction has locked.
    void update(Transaction tx, List<Withdrawal> withdrawals) {
        if (withdrawals.isEmpty()) {
            return;
        }
        Update update =
                tx.sql().createUpdate(UPDATE).bind("at", withdrawals.getFirst().updatedAt());
        new Columns(update, withdrawals)
                .text("ids", w -> w.id().toString())
                .text("statuses", w -> WithdrawalRow.status(w.state()))
                .text("hashes", w -> text(w.txHash()))
                .text("reasons", w -> text(w.reason()))
                .column("sequences", Integer.class, Withdrawal::sequence);
        update.execute();
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    /// Binds a list of withdrawals column by column.
    private record Columns(Update statement, List<Withdrawal> withdrawals) {

        Columns text(String name, Function<Withdrawal, String> column) {
            return column(name, String.class, column);
        }

        Columns units(String name, Function<Withdrawal, Money> column) {
            return column(
                    name, BigDecimal.class, w -> new BigDecimal(column.apply(w).units()));
        }

        <T> Columns column(String name, Class<T> type, Function<Withdrawal, T> column) {
            statement.bindArray(name, type, withdrawals.stream().map(column).toList());
            return this;
        }
    }

    /// Whoever else asks for one of these keys waits until this transaction ends.
    void oneAfterAnother(Transaction tx, Collection<String> keys) {
        if (!keys.isEmpty()) {
            tx.sql()
                    .createQuery(ONE_AFTER_ANOTHER)
                    .bindArray("keys", String.class, keys)
                    .mapToMap()
                    .list();
        }
    }

    /// These withdrawals, locked in the order of their ids.
    List<Withdrawal> lock(Transaction tx, Collection<WithdrawalId> ids) {
        return byIds(tx, LOCK, ids);
    }

    List<Withdrawal> read(Transaction tx, Collection<WithdrawalId> ids) {
        return byIds(tx, READ, ids);
    }

    private static List<Withdrawal> byIds(Transaction tx, String sql, Collection<WithdrawalId> ids) {
        return tx.sql()
                .createQuery(sql)
                .bindArray(
                        "ids",
                        String.class,
                        ids.stream().map(WithdrawalId::toString).toList())
                .map(WithdrawalRow::withdrawal)
                .list();
    }

    List<Withdrawal> settling(Transaction tx, Collection<String> deposits) {
        return tx.sql()
                .createQuery(SETTLING)
                .bindArray("deposits", String.class, deposits)
                .map(WithdrawalRow::withdrawal)
                .list();
    }

    /// Those that have the external ids of these wishes.
    List<Withdrawal> named(Transaction tx, List<NewWithdrawal> wishes) {
        return tx.sql()
                .createQuery(NAMED)
                .bindArray(
                        "integrations",
                        String.class,
                        wishes.stream()
                                .map(wish -> wish.tenant().integration().toString())
                                .toList())
                .bindArray(
                        "environments",
                        String.class,
                        wishes.stream()
                                .map(wish -> wish.tenant().environment().code())
                                .toList())
                .bindArray(
                        "externalIds",
                        String.class,
                        wishes.stream()
                                .map(wish -> text(wish.origin().clientReference()))
                                .toList())
                .map(WithdrawalRow::withdrawal)
                .list();
    }

    /// What the tenant itself has asked for after `since`, to these addresses.
    List<Withdrawal> askedSince(Transaction tx, Tenant tenant, Instant since, Collection<String> addresses) {
        return of(tx.sql().createQuery(SINCE), tenant)
                .bind("since", since)
                .bindArray("addresses", String.class, addresses)
                .map(WithdrawalRow::withdrawal)
                .list();
    }

    /// The tenant's withdrawal with this id or external id.
    Optional<Withdrawal> find(Transaction tx, Tenant tenant, String name) {
        return of(tx.sql().createQuery(FIND), tenant)
                .bind("name", name)
                .map(WithdrawalRow::withdrawal)
                .findOne();
    }

    private static <S extends SqlStatement<S>> S of(S statement, Tenant tenant) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code());
    }
}
