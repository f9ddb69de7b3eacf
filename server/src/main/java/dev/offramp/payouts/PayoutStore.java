package dev.offramp.payouts;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.BankColumns;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/// SQL of the table `payout`.
final class PayoutStore {

    private static final String INSERT = """
            INSERT INTO payout (
                id, reference, integration, environment, deposit, attempt, saved_bank, external_id, currency, amount, fee,
                bank_id, bank_name, sealed_account, narration, status, acknowledged, reason, sequence,
                created_at, updated_at)
            SELECT id, reference, integration, environment, nullif(deposit, ''), attempt, nullif(saved_bank, ''),
                   nullif(external_id, ''), currency, amount, fee, bank_id, bank_name,
                   decode(sealed_account, 'hex'), nullif(narration, ''), status, acknowledged, nullif(reason, ''), sequence, :at, :at
            FROM unnest(
                :ids, :references, :integrations, :environments, :deposits, :attempts, :savedBanks, :externalIds, :currencies,
                :amounts, :fees, :bankIds, :bankNames, :sealedAccounts, :narrations, :statuses,
                :acknowledged, :reasons, :sequences)
                AS new (id, reference, integration, environment, deposit, attempt, saved_bank, external_id, currency,
                        amount, fee, bank_id, bank_name, sealed_account, narration, status,
                        acknowledged, reason, sequence)
            """;

    private static final String UPDATE = """
            UPDATE payout
            SET status = new.status, acknowledged = new.acknowledged, reason = nullif(new.reason, ''),
                sequence = new.sequence, updated_at = :at
            FROM unnest(:ids, :statuses, :acknowledged, :reasons, :sequences)
                AS new (id, status, acknowledged, reason, sequence)
            WHERE payout.id = new.id
            """;

    private static final String LOCK = "SELECT * FROM payout WHERE id = ANY(:ids) ORDER BY id FOR UPDATE";

    private static final String READ = "SELECT * FROM payout WHERE id = ANY(:ids) ORDER BY id";

    private static final String OF_DEPOSITS = "SELECT id, deposit, attempt FROM payout WHERE deposit = ANY(:deposits)";

    private static final String SETTLING = "SELECT * FROM payout WHERE deposit = ANY(:deposits) ORDER BY attempt";

    private static final String OF_EXTERNAL_IDS = """
            SELECT payout.id, payout.integration, payout.environment, payout.external_id
            FROM payout JOIN unnest(:integrations, :environments, :externalIds)
                    AS wanted (integration, environment, external_id)
                ON payout.integration = wanted.integration AND payout.environment = wanted.environment
                AND payout.external_id = wanted.external_id
            """;

    /// An external id may have the form of an id; the id wins.
    private static final String FIND = """
            SELECT * FROM payout
            WHERE integration = :integration AND environment = :environment
                AND (id = :name OR external_id = :name)
            ORDER BY (id = :name) DESC
            LIMIT 1
            """;

    private static final String NAMED = """
            SELECT * FROM payout
            WHERE integration = :integration AND environment = :environment AND external_id = :name
            """;

    /// Which deposits are settled and which external ids are used, by which payout.
    static final class PlacedBefore {

        private record ExternalId(Tenant tenant, String value) {}

        private final Map<PayoutOrigin.Settlement, PayoutId> settlements = new HashMap<>();
        private final Map<ExternalId, PayoutId> externalIds = new HashMap<>();

        PayoutId addSettlement(PayoutOrigin.Settlement settlement, PayoutId payout) {
            settlements.put(settlement, payout);
            return payout;
        }

        PayoutId addExternalId(Tenant tenant, String externalId, PayoutId payout) {
            externalIds.put(new ExternalId(tenant, externalId), payout);
            return payout;
        }

        /// The payout that this wish would repeat.
        Optional<PayoutId> repeated(NewPayout wish) {
            return wish.origin()
                    .settlement()
                    .map(settlements::get)
                    .or(() -> wish.origin()
                            .clientReference()
                            .map(name -> externalIds.get(new ExternalId(wish.tenant(), name))));
        }
    }

    private final BankColumns bankColumns;
    private final PayoutRow rows;

    PayoutStore(BankColumns bankColumns) {
        this.bankColumns = bankColumns;
        this.rows = new PayoutRow(bankColumns);
    }

    void insert(Transaction tx, List<Payout> payouts) {
        if (payouts.isEmpty()) {
            return;
        }
        Columns columns = states(tx.sql().createUpdate(INSERT), payouts);
        columns.text("references", p -> p.reference().value())
                .text("integrations", p -> p.tenant().integration().toString())
                .text("environments", p -> p.tenant().environment().code())
                .text("deposits", p -> text(p.origin().settledDeposit()))
                .column("attempts", Integer.class, p -> p.origin().attempt())
                .text("savedBanks", p -> text(p.origin().withdrawnTo()))
                .text("externalIds", p -> text(p.origin().clientReference()))
                .text("currencies", p -> p.currency().code())
                .units("amounts", Payout::amount)
                .units("fees", Payout::fee);
        columns.text("bankIds", p -> p.account().bankId())
                .text("bankNames", p -> p.account().bankName())
                .text("sealedAccounts", this::sealedAccount)
                .text("narrations", p -> text(p.account().narration()));
        columns.execute();
    }

    /// As hexadecimal text, which the statement decodes: the driver takes no list of bytes.
    private String sealedAccount(Payout payout) {
        return HexFormat.of().formatHex(bankColumns.seal(payout.id().toString(), payout.account()));
    }

    /// Writes the new states of payouts this transaction has locked.
    void update(Transaction tx, List<Payout> payouts) {
        if (!payouts.isEmpty()) {
            states(tx.sql().createUpdate(UPDATE), payouts).execute();
        }
    }

    private static Columns states(Update statement, List<Payout> payouts) {
        statement.bind("at", payouts.getFirst().updatedAt());
        return new Columns(statement, payouts)
                .text("ids", p -> p.id().toString())
                .text("statuses", p -> PayoutRow.status(p.state()))
                .column("acknowledged", Boolean.class, p -> PayoutRow.acknowledged(p.state()))
                .text("reasons", p -> text(p.reason()))
                .column("sequences", Integer.class, Payout::sequence);
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    /// Binds a list of payouts column by column.
    private record Columns(Update statement, List<Payout> payouts) {

        Columns text(String name, Function<Payout, String> column) {
            return column(name, String.class, column);
        }

        Columns units(String name, Function<Payout, Money> column) {
            return column(
                    name,
                    BigDecimal.class,
                    payout -> new BigDecimal(column.apply(payout).units()));
        }

        <T> Columns column(String name, Class<T> type, Function<Payout, T> column) {
            statement.bindArray(name, type, payouts.stream().map(column).toList());
            return this;
        }

        void execute() {
            statement.execute();
        }
    }

    /// These payouts, locked in the order of their ids.
    List<Payout> lock(Transaction tx, Collection<PayoutId> ids) {
        return byIds(tx, LOCK, ids);
    }

    List<Payout> read(Transaction tx, Collection<PayoutId> ids) {
        return byIds(tx, READ, ids);
    }

    private List<Payout> byIds(Transaction tx, String sql, Collection<PayoutId> ids) {
        return tx.sql()
                .createQuery(sql)
                .bindArray(
                        "ids",
                        String.class,
                        ids.stream().map(PayoutId::toString).toList())
                .map(rows::payout)
                .list();
    }

    /// What these wishes may not be placed again for, with the payout that has it.
    PlacedBefore placedBefore(Transaction tx, List<NewPayout> wishes) {
        PlacedBefore before = new PlacedBefore();
        List<String> deposits = wishes.stream()
                .flatMap(wish -> wish.origin().settledDeposit().stream())
                .map(ObjectId::value)
                .toList();
        if (!deposits.isEmpty()) {
            ofDeposits(tx, deposits, before);
        }
        List<NewPayout> named = wishes.stream()
                .filter(wish -> wish.origin().clientReference().isPresent())
                .toList();
        if (!named.isEmpty()) {
            ofExternalIds(tx, named, before);
        }
        return before;
    }

    private static void ofDeposits(Transaction tx, List<String> deposits, PlacedBefore before) {
        tx.sql()
                .createQuery(OF_DEPOSITS)
                .bindArray("deposits", String.class, deposits)
                .map((row, context) -> before.addSettlement(
                        new PayoutOrigin.Settlement(new ObjectId(row.getString("deposit")), row.getInt("attempt")),
                        new PayoutId(new ObjectId(row.getString("id")))))
                .list();
    }

    private static void ofExternalIds(Transaction tx, List<NewPayout> named, PlacedBefore before) {
        tx.sql()
                .createQuery(OF_EXTERNAL_IDS)
                .bindArray(
                        "integrations",
                        String.class,
                        named.stream()
                                .map(wish -> wish.tenant().integration().toString())
                                .toList())
                .bindArray(
                        "environments",
                        String.class,
                        named.stream()
                                .map(wish -> wish.tenant().environment().code())
                                .toList())
                .bindArray(
                        "externalIds",
                        String.class,
                        named.stream()
                                .map(wish -> text(wish.origin().clientReference()))
                                .toList())
                .map((row, context) -> before.addExternalId(
                        PayoutRow.tenant(row),
                        row.getString("external_id"),
                        new PayoutId(new ObjectId(row.getString("id")))))
                .list();
    }

    List<Payout> settling(Transaction tx, Collection<ObjectId> deposits) {
        return tx.sql()
                .createQuery(SETTLING)
                .bindArray(
                        "deposits",
                        String.class,
                        deposits.stream().map(ObjectId::value).toList())
                .map(rows::payout)
                .list();
    }

    /// The tenant's payout with this id or external id.
    Optional<Payout> find(Transaction tx, Tenant tenant, String name) {
        return of(tx.sql().createQuery(FIND), tenant)
                .bind("name", name)
                .map(rows::payout)
                .findOne();
    }

    /// The tenant's payout with this external id.
    Optional<Payout> named(Transaction tx, Tenant tenant, String externalId) {
        return of(tx.sql().createQuery(NAMED), tenant)
                .bind("name", externalId)
                .map(rows::payout)
                .findOne();
    }

    private static <S extends SqlStatement<S>> S of(S statement, Tenant tenant) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code());
    }
}
