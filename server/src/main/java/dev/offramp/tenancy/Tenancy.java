package dev.offramp.tenancy;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.money.Fiat;
import dev.offramp.money.Percent;
import dev.offramp.secrets.ServerKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Integrations, what they chose, and how they prove who they are.
public final class Tenancy {

    private static final String SANDBOX_NAME = "Sandbox";
    /// A merchant reference is one of 10^9; more clashes in a row than this are no accident.
    private static final int REFERENCE_TRIES = 10;

    private final Database db;
    private final ObjectIds ids;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Tokens tokens;
    private final Credentials credentials;
    private final Pins pins;
    private final IntegrationStore store = new IntegrationStore();
    private final RequestWindowStore windows = new RequestWindowStore();

    private Tenancy(Database db, ServerKey key, ObjectIds ids, InstantSource clock, RandomGenerator random) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
        this.tokens = new Tokens(random);
        this.credentials = new Credentials(db, key, ids, clock, tokens);
        this.pins = new Pins(db, key);
    }

    /// @param random makes secrets, so in the running server it is a `SecureRandom`
    public static Tenancy create(
            Database db, ServerKey key, ObjectIds ids, InstantSource clock, RandomGenerator random) {
        return new Tenancy(db, key, ids, clock, random);
    }

    /// A new integration with standard settings in both environments and one credential without limits.
    public NewIntegration createIntegration(String name) {
        if (!Integration.isName(name)) {
            return new NewIntegration.NotAName();
        }
        if (isReserved(name)) {
            return new NewIntegration.NameTaken();
        }
        return db.transact(tx -> createIntegration(tx, name));
    }

    private NewIntegration createIntegration(Transaction tx, String name) {
        Optional<Integration> made = insert(tx, name, Origin.COMMAND);
        if (made.isEmpty()) {
            return new NewIntegration.NameTaken();
        }
        IssuedCredential credential = credentials.issue(tx, made.get().id(), CredentialLimits.NONE);
        return new NewIntegration.Created(made.get(), credential);
    }

    /// The integration of the sandbox, made if this is the first start; however many processes start first, one makes
    /// it.
    ///
    /// @param keep gets credential and PIN before the commit, so that a crash in between cannot lose the only copy;
    ///     what it got counts only if this method returns
    public Sandbox ensureSandbox(Consumer<Sandbox.Made> keep) {
        return db.transact(tx -> {
            Optional<Integration> existing = store.sandbox(tx);
            return existing.isPresent() ? new Sandbox.Existing(existing.get()) : makeSandbox(tx, keep);
        });
    }

    private Sandbox makeSandbox(Transaction tx, Consumer<Sandbox.Made> keep) {
        Optional<Integration> made = insert(tx, SANDBOX_NAME, Origin.SANDBOX);
        if (made.isEmpty()) {
            return new Sandbox.Existing(store.sandbox(tx).orElseThrow());
        }
        IntegrationId id = made.get().id();
        IssuedCredential credential = credentials.issue(tx, id, CredentialLimits.only(Environment.DEVELOPMENT));
        Pin pin = Pin.random(random);
        pins.set(tx, new Tenant(id, Environment.DEVELOPMENT), pin);
        Sandbox.Made sandbox = new Sandbox.Made(made.get(), credential, pin);
        keep.accept(sandbox);
        return sandbox;
    }

    /// A new integration with standard settings and no credential, for somebody who signs up. It may use development at
    /// once; production waits for [#approveProduction].
    public Founding found(Transaction tx, String name) {
        if (!Integration.isName(name)) {
            return new NewIntegration.NotAName();
        }
        if (isReserved(name)) {
            return new NewIntegration.NameTaken();
        }
        return insert(tx, name, Origin.SIGN_UP)
                .<Founding>map(Founding.Founded::new)
                .orElseGet(NewIntegration.NameTaken::new);
    }

    private static boolean isReserved(String name) {
        return name.equalsIgnoreCase(SANDBOX_NAME);
    }

    private enum Origin {
        SANDBOX,
        COMMAND,
        SIGN_UP
    }

    /// Empty when the name is taken.
    private Optional<Integration> insert(Transaction tx, String name, Origin origin) {
        for (int i = 0; i < REFERENCE_TRIES; i++) {
            Integration integration = new Integration(
                    new IntegrationId(ids.next()),
                    name,
                    tokens.merchantReference(),
                    true,
                    origin != Origin.SIGN_UP,
                    false,
                    clock.instant());
            if (store.insert(tx, integration, origin == Origin.SANDBOX)) {
                insertSettings(tx, integration.id());
                return Optional.of(integration);
            }
            if (store.find(tx, name).isPresent()) {
                return Optional.empty();
            }
        }
        throw new IllegalStateException("no free merchant reference after " + REFERENCE_TRIES + " tries");
    }

    private void insertSettings(Transaction tx, IntegrationId id) {
        for (Environment environment : Environment.values()) {
            CoolingOff coolingOff = CoolingOff.usual(environment, clock.instant());
            store.insertSettings(tx, new Tenant(id, environment), Fiat.NGN, FeeTiers.STANDARD, coolingOff);
        }
    }

    /// All of them, oldest first.
    public List<Integration> integrations() {
        return db.transact(this::integrations);
    }

    /// [#integrations()] in the caller's transaction.
    public List<Integration> integrations(Transaction tx) {
        return store.list(tx);
    }

    /// Those of these that there are, by one query.
    public Map<IntegrationId, Integration> integrations(Transaction tx, Collection<IntegrationId> ids) {
        return store.find(tx, Set.copyOf(ids));
    }

    /// By id, or by name without regard to case.
    public Optional<Integration> find(String idOrName) {
        return db.transact(tx -> store.find(tx, idOrName));
    }

    /// @return whether there is such an integration
    public boolean setActive(IntegrationId id, boolean active) {
        return db.transact(tx -> setActive(tx, id, active));
    }

    /// [#setActive(IntegrationId, boolean)] in the caller's transaction.
    public boolean setActive(Transaction tx, IntegrationId id, boolean active) {
        credentials.forgetWithCommitOf(tx);
        return store.setActive(tx, id, active);
    }

    /// Lets an integration use production.
    ///
    /// @return whether there is such an integration
    public boolean approveProduction(IntegrationId id) {
        return db.transact(tx -> approveProduction(tx, id));
    }

    /// [#approveProduction(IntegrationId)] in the caller's transaction.
    public boolean approveProduction(Transaction tx, IntegrationId id) {
        credentials.forgetWithCommitOf(tx);
        return store.setProductionApproved(tx, id, true);
    }

    /// Keeps an integration out of production; development goes on.
    ///
    /// @return whether there is such an integration
    public boolean suspendProduction(IntegrationId id) {
        return db.transact(tx -> suspendProduction(tx, id));
    }

    /// [#suspendProduction(IntegrationId)] in the caller's transaction.
    public boolean suspendProduction(Transaction tx, IntegrationId id) {
        credentials.forgetWithCommitOf(tx);
        return store.setProductionApproved(tx, id, false);
    }

    /// Lets language models make things up in an integration's sandbox, or not.
    ///
    /// @return whether that is a change
    public boolean setSandboxTools(Transaction tx, IntegrationId id, boolean on) {
        credentials.forgetWithCommitOf(tx);
        return store.setSandboxTools(tx, id, on);
    }

    /// The settings of all these tenants, by one query.
    public Map<Tenant, TenantSettings> settings(Transaction tx, Collection<Tenant> tenants) {
        Set<Tenant> wanted = Set.copyOf(tenants);
        Map<Tenant, TenantSettings> found = store.settings(tx, wanted);
        if (found.size() < wanted.size()) {
            throw new IllegalArgumentException("no such tenant among " + wanted);
        }
        return found;
    }

    public TenantSettings settings(Transaction tx, Tenant tenant) {
        return settings(tx, List.of(tenant)).get(tenant);
    }

    public SettingChange setMarkup(Transaction tx, Tenant tenant, BigDecimal percent) {
        Optional<Percent> markup = TenantSettings.readMarkup(percent);
        if (markup.isEmpty()) {
            return new SettingChange.MarkupOutOfRange(percent);
        }
        store.setMarkup(tx, tenant, markup.get());
        return new SettingChange.Changed(settings(tx, tenant));
    }

    public SettingChange setReceiveCurrency(Transaction tx, Tenant tenant, Fiat currency) {
        store.setReceiveCurrency(tx, tenant, currency);
        return new SettingChange.Changed(settings(tx, tenant));
    }

    public SettingChange setFeeTiers(Transaction tx, Tenant tenant, List<FeeTiers.Tier> tiers) {
        Optional<String> problem = FeeTiers.problem(tiers);
        if (problem.isPresent()) {
            return new SettingChange.UnfitFeeTiers(problem.get());
        }
        store.setFeeTiers(tx, tenant, new FeeTiers(tiers));
        return new SettingChange.Changed(settings(tx, tenant));
    }

    /// How long this tenant may not withdraw from the dashboard to what was newly saved.
    public CoolingOff coolingOff(Transaction tx, Tenant tenant) {
        return store.coolingOff(tx, tenant);
    }

    /// Chooses another length; a shorter one counts only once the present one has passed.
    ///
    /// @param length one that [CoolingOff#isAllowed]
    public CoolingOff setCoolingOff(Transaction tx, Tenant tenant, Duration length) {
        store.lockSettings(tx, tenant);
        CoolingOff changed = store.coolingOff(tx, tenant).changed(length, clock.instant());
        store.setCoolingOff(tx, tenant, changed);
        return changed;
    }

    /// Who sends this app id and secret. Unknown id, wrong secret, expired and revoked are told apart neither by the
    /// answer nor by the work it takes.
    public Authentication authenticate(String appId, String secret) {
        return credentials.authenticate(appId, secret);
    }

    /// Counts one more request of an integration to a route, in one row of the database, so that the count is exact
    /// whichever processes the requests came to.
    public RequestWindow countRequest(IntegrationId integration, String route) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return db.transact(tx -> windows.count(tx, integration, route, minute));
    }

    /// One more credential for an integration.
    public IssuedCredential issueCredential(IntegrationId integration, CredentialLimits limits) {
        return db.transact(tx -> issueCredential(tx, integration, limits));
    }

    /// [#issueCredential(IntegrationId, CredentialLimits)] in the caller's transaction.
    public IssuedCredential issueCredential(Transaction tx, IntegrationId integration, CredentialLimits limits) {
        return credentials.issue(tx, integration, limits);
    }

    /// All credentials of an integration, revoked ones too, oldest first.
    public List<Credential> credentials(IntegrationId integration) {
        return db.transact(tx -> credentials(tx, integration));
    }

    /// [#credentials(IntegrationId)] in the caller's transaction.
    public List<Credential> credentials(Transaction tx, IntegrationId integration) {
        return credentials.list(tx, integration);
    }

    /// A credential as it stands, if it is this integration's; nobody else changes it until the transaction ends.
    public Optional<Credential> lockCredential(Transaction tx, IntegrationId integration, CredentialId id) {
        return credentials.lock(tx, integration, id);
    }

    /// Gives a credential a new secret; the one before works on for `grace`, any older one is dead at once. Empty when
    /// there is no such credential, or it was revoked.
    public Optional<IssuedCredential> regenerate(CredentialId id, Grace grace) {
        return db.transact(tx -> regenerate(tx, id, grace));
    }

    /// [#regenerate(CredentialId, Grace)] in the caller's transaction.
    public Optional<IssuedCredential> regenerate(Transaction tx, CredentialId id, Grace grace) {
        return credentials.regenerate(tx, id, grace);
    }

    /// @return whether it worked until now
    public boolean revoke(CredentialId id) {
        return db.transact(tx -> revoke(tx, id));
    }

    /// [#revoke(CredentialId)] in the caller's transaction.
    public boolean revoke(Transaction tx, CredentialId id) {
        return credentials.revoke(tx, id);
    }

    /// @return whether there is such a credential, not revoked
    public boolean limit(CredentialId id, CredentialLimits limits) {
        return db.transact(tx -> limit(tx, id, limits));
    }

    /// [#limit(CredentialId, CredentialLimits)] in the caller's transaction.
    public boolean limit(Transaction tx, CredentialId id, CredentialLimits limits) {
        return credentials.limit(tx, id, limits);
    }

    /// Limits all credentials of an integration to these addresses; none means any.
    public void limitAddresses(IntegrationId integration, List<AddressRange> addresses) {
        db.run(tx -> limitAddresses(tx, integration, addresses));
    }

    /// [#limitAddresses(IntegrationId, List)] in the caller's transaction.
    public void limitAddresses(Transaction tx, IntegrationId integration, List<AddressRange> addresses) {
        credentials.limitAddresses(tx, integration, addresses);
    }

    /// Limits these credentials to these addresses; none means any. The caller knows whose they are.
    public void limitAddresses(Transaction tx, Collection<CredentialId> credentialIds, List<AddressRange> addresses) {
        credentials.limitAddresses(tx, credentialIds, addresses);
    }

    /// Writes when credentials were last used, as far as this process saw it since the last call. To be called now and
    /// then by a loop; requests do not wait for it.
    public void writeLastUses() {
        credentials.writeLastUses();
    }

    /// Sets or replaces the PIN. Wrong tries so far are forgotten, but a freeze stays.
    public void setPin(Tenant tenant, Pin pin) {
        db.run(tx -> setPin(tx, tenant, pin));
    }

    /// [#setPin(Tenant, Pin)] in the caller's transaction.
    public void setPin(Transaction tx, Tenant tenant, Pin pin) {
        pins.set(tx, tenant, pin);
    }

    /// Whether there is a PIN, and whether it can be used.
    public PinStanding pinStanding(Transaction tx, Tenant tenant) {
        return pins.standing(tx, tenant);
    }

    /// What people should know of, over all integrations.
    public Worries worries(Transaction tx, Instant expiringBy) {
        List<Credential> expiring = credentials.expiring(tx, clock.instant(), expiringBy);
        return new Worries(pins.frozen(tx), expiring, store.unapproved(tx));
    }

    /// Tries a PIN, in a transaction of its own: a wrong try stays counted whatever becomes of the request.
    public PinCheck verifyPin(Tenant tenant, Pin pin) {
        return pins.verify(tenant, pin);
    }

    /// Lifts the freeze after five wrong PINs.
    ///
    /// @return whether it was frozen
    public boolean unfreeze(Tenant tenant) {
        return db.transact(tx -> unfreeze(tx, tenant));
    }

    /// [#unfreeze(Tenant)] in the caller's transaction.
    public boolean unfreeze(Transaction tx, Tenant tenant) {
        return pins.unfreeze(tx, tenant);
    }
}
