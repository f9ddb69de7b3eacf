package dev.offramp.tenancy;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.money.Percent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/// SQL of `integration`, `tenant_settings` and `fee_tier`.
final class IntegrationStore {

    /// Does nothing when the name, the merchant reference or the place of the sandbox is taken.
    private static final String INSERT = """
            INSERT INTO integration (id, name, merchant_reference, is_active, production_approved, is_sandbox, created_at)
            VALUES (:id, :name, :reference, true, :approved, :sandbox, :now)
            ON CONFLICT DO NOTHING
            """;

    private static final String LIST = """
            SELECT id, name, merchant_reference, is_active, production_approved, sandbox_tools, created_at
            FROM integration
            ORDER BY created_at, id
            """;

    private static final String UNAPPROVED = """
            SELECT id, name, merchant_reference, is_active, production_approved, sandbox_tools, created_at
            FROM integration
            WHERE NOT production_approved
            ORDER BY created_at, id
            """;

    private static final String FIND = """
            SELECT id, name, merchant_reference, is_active, production_approved, sandbox_tools, created_at
            FROM integration
            WHERE id = :asked OR lower(name) = lower(:asked)
            """;

    private static final String FIND_ALL = """
            SELECT id, name, merchant_reference, is_active, production_approved, sandbox_tools, created_at
            FROM integration
            WHERE id = ANY (:ids)
            """;

    private static final String SANDBOX = """
            SELECT id, name, merchant_reference, is_active, production_approved, sandbox_tools, created_at
            FROM integration
            WHERE is_sandbox
            """;

    private static final String SET_ACTIVE = "UPDATE integration SET is_active = :value WHERE id = :id";

    private static final String SET_PRODUCTION_APPROVED = """
            UPDATE integration SET production_approved = :value WHERE id = :id
            """;

    /// Changes nothing where it says so already.
    private static final String SET_SANDBOX_TOOLS = """
            UPDATE integration SET sandbox_tools = :value WHERE id = :id AND sandbox_tools <> :value
            """;

    private static final String INSERT_SETTINGS = """
            INSERT INTO tenant_settings (integration, environment, receive_currency, markup_percent,
                                         cooling_off_seconds, former_cooling_off_seconds, cooling_off_changed_at)
            VALUES (:integration, :environment, :currency, 0, :length, :formerly, :changedAt)
            """;

    private static final String SETTINGS = """
            SELECT s.integration, s.environment, s.receive_currency, s.markup_percent, i.merchant_reference,
                   t.mins, t.percents
            FROM unnest(:integrations, :environments) AS wanted (integration, environment)
            JOIN tenant_settings s ON s.integration = wanted.integration AND s.environment = wanted.environment
            JOIN integration i ON i.id = s.integration
            CROSS JOIN LATERAL (
                SELECT array_agg(f.min_usd ORDER BY f.min_usd) AS mins,
                       array_agg(f.percent ORDER BY f.min_usd) AS percents
                FROM fee_tier f
                WHERE f.integration = s.integration AND f.environment = s.environment
            ) t
            """;

    private static final String SET_MARKUP = """
            UPDATE tenant_settings SET markup_percent = :percent
            WHERE integration = :integration AND environment = :environment
            """;

    private static final String SET_CURRENCY = """
            UPDATE tenant_settings SET receive_currency = :currency
            WHERE integration = :integration AND environment = :environment
            """;

    private static final String COOLING_OFF = """
            SELECT cooling_off_seconds, former_cooling_off_seconds, cooling_off_changed_at FROM tenant_settings
            WHERE integration = :integration AND environment = :environment
            """;

    private static final String SET_COOLING_OFF = """
            UPDATE tenant_settings
            SET cooling_off_seconds = :length, former_cooling_off_seconds = :formerly,
                cooling_off_changed_at = :changedAt
            WHERE integration = :integration AND environment = :environment
            """;

    /// Of two that replace at once what there is, one waits.
    private static final String LOCK_SETTINGS = """
            SELECT 1 FROM tenant_settings
            WHERE integration = :integration AND environment = :environment
            FOR UPDATE
            """;

    private static final String DELETE_TIERS = """
            DELETE FROM fee_tier WHERE integration = :integration AND environment = :environment
            """;

    private static final String INSERT_TIERS = """
            INSERT INTO fee_tier (integration, environment, min_usd, percent)
            SELECT :integration, :environment, min_usd, percent
            FROM unnest(:mins, :percents::numeric[]) AS tier (min_usd, percent)
            """;

    /// @return whether it was inserted
    boolean insert(Transaction tx, Integration integration, boolean sandbox) {
        return tx.sql()
                        .createUpdate(INSERT)
                        .bind("id", integration.id().toString())
                        .bind("name", integration.name())
                        .bind("reference", integration.merchantReference())
                        .bind("approved", integration.productionApproved())
                        .bind("sandbox", sandbox)
                        .bind("now", integration.createdAt())
                        .execute()
                == 1;
    }

    List<Integration> list(Transaction tx) {
        return tx.sql().createQuery(LIST).map(IntegrationStore::integration).list();
    }

    List<Integration> unapproved(Transaction tx) {
        return tx.sql()
                .createQuery(UNAPPROVED)
                .map(IntegrationStore::integration)
                .list();
    }

    Optional<Integration> find(Transaction tx, String idOrName) {
        return tx.sql()
                .createQuery(FIND)
                .bind("asked", idOrName)
                .map(IntegrationStore::integration)
                .findOne();
    }

    Map<IntegrationId, Integration> find(Transaction tx, Set<IntegrationId> ids) {
        Map<IntegrationId, Integration> found = new HashMap<>();
        tx.sql()
                .createQuery(FIND_ALL)
                .bindArray(
                        "ids",
                        String.class,
                        ids.stream().map(IntegrationId::toString).toList())
                .map(IntegrationStore::integration)
                .forEach(integration -> found.put(integration.id(), integration));
        return found;
    }

    Optional<Integration> sandbox(Transaction tx) {
        return tx.sql().createQuery(SANDBOX).map(IntegrationStore::integration).findOne();
    }

    /// @return whether there is such an integration
    boolean setActive(Transaction tx, IntegrationId id, boolean active) {
        return set(tx, SET_ACTIVE, id, active);
    }

    /// @return whether there is such an integration
    boolean setProductionApproved(Transaction tx, IntegrationId id, boolean approved) {
        return set(tx, SET_PRODUCTION_APPROVED, id, approved);
    }

    /// @return whether that is a change
    boolean setSandboxTools(Transaction tx, IntegrationId id, boolean on) {
        return set(tx, SET_SANDBOX_TOOLS, id, on);
    }

    private static boolean set(Transaction tx, String sql, IntegrationId id, boolean value) {
        return tx.sql()
                        .createUpdate(sql)
                        .bind("id", id.toString())
                        .bind("value", value)
                        .execute()
                == 1;
    }

    void insertSettings(Transaction tx, Tenant tenant, Fiat currency, FeeTiers tiers, CoolingOff coolingOff) {
        bind(tx.sql().createUpdate(INSERT_SETTINGS), tenant, coolingOff)
                .bind("currency", currency.code())
                .execute();
        insertTiers(tx, tenant, tiers);
    }

    Map<Tenant, TenantSettings> settings(Transaction tx, Collection<Tenant> tenants) {
        List<String> integrations = new ArrayList<>();
        List<String> environments = new ArrayList<>();
        for (Tenant tenant : tenants) {
            integrations.add(tenant.integration().toString());
            environments.add(tenant.environment().code());
        }
        Map<Tenant, TenantSettings> found = new LinkedHashMap<>();
        tx.sql()
                .createQuery(SETTINGS)
                .bindArray("integrations", String.class, integrations)
                .bindArray("environments", String.class, environments)
                .map(IntegrationStore::tenantSettings)
                .forEach(settings -> found.put(settings.tenant(), settings));
        return found;
    }

    void setMarkup(Transaction tx, Tenant tenant, Percent markup) {
        tx.sql()
                .createUpdate(SET_MARKUP)
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .bind("percent", markup.value())
                .execute();
    }

    void setReceiveCurrency(Transaction tx, Tenant tenant, Fiat currency) {
        tx.sql()
                .createUpdate(SET_CURRENCY)
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .bind("currency", currency.code())
                .execute();
    }

    CoolingOff coolingOff(Transaction tx, Tenant tenant) {
        return tx.sql()
                .createQuery(COOLING_OFF)
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .map((row, context) -> new CoolingOff(
                        Duration.ofSeconds(row.getInt("cooling_off_seconds")),
                        Duration.ofSeconds(row.getInt("former_cooling_off_seconds")),
                        instant(row, "cooling_off_changed_at")))
                .one();
    }

    void setCoolingOff(Transaction tx, Tenant tenant, CoolingOff coolingOff) {
        bind(tx.sql().createUpdate(SET_COOLING_OFF), tenant, coolingOff).execute();
    }

    private static Update bind(Update statement, Tenant tenant, CoolingOff coolingOff) {
        return statement
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .bind("length", coolingOff.length().toSeconds())
                .bind("formerly", coolingOff.formerly().toSeconds())
                .bind("changedAt", coolingOff.changedAt());
    }

    void lockSettings(Transaction tx, Tenant tenant) {
        tx.sql()
                .createQuery(LOCK_SETTINGS)
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .mapTo(Integer.class)
                .one();
    }

    void setFeeTiers(Transaction tx, Tenant tenant, FeeTiers tiers) {
        lockSettings(tx, tenant);
        tx.sql()
                .createUpdate(DELETE_TIERS)
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .execute();
        insertTiers(tx, tenant, tiers);
    }

    private static void insertTiers(Transaction tx, Tenant tenant, FeeTiers tiers) {
        tx.sql()
                .createUpdate(INSERT_TIERS)
                .bind("integration", tenant.integration().toString())
                .bind("environment", tenant.environment().code())
                .bindArray(
                        "mins",
                        Long.class,
                        tiers.tiers().stream().map(FeeTiers.Tier::minUsd).toList())
                .bindArray(
                        "percents",
                        String.class,
                        tiers.tiers().stream()
                                .map(tier -> tier.percent().value().toPlainString())
                                .toList())
                .execute();
    }

    private static Integration integration(ResultSet row, StatementContext context) throws SQLException {
        return new Integration(
                new IntegrationId(new ObjectId(row.getString("id"))),
                row.getString("name"),
                row.getString("merchant_reference"),
                row.getBoolean("is_active"),
                row.getBoolean("production_approved"),
                row.getBoolean("sandbox_tools"),
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static TenantSettings tenantSettings(ResultSet row, StatementContext context) throws SQLException {
        return new TenantSettings(
                new Tenant(
                        new IntegrationId(new ObjectId(row.getString("integration"))),
                        Environment.parse(row.getString("environment")).orElseThrow()),
                row.getString("merchant_reference"),
                Fiat.parse(row.getString("receive_currency")).orElseThrow(),
                new Percent(row.getBigDecimal("markup_percent")),
                tiers((Long[]) row.getArray("mins").getArray(), (BigDecimal[])
                        row.getArray("percents").getArray()));
    }

    private static FeeTiers tiers(Long[] mins, BigDecimal[] percents) {
        List<FeeTiers.Tier> tiers = new ArrayList<>();
        for (int i = 0; i < mins.length; i++) {
            tiers.add(new FeeTiers.Tier(mins[i], new Percent(percents[i])));
        }
        return new FeeTiers(tiers);
    }
}
