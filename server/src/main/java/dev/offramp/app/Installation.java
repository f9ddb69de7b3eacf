package dev.offramp.app;

import dev.offramp.chains.simulated.SimulatedChains;
import dev.offramp.db.Database;
import dev.offramp.db.DatabaseAddress;
import dev.offramp.db.EmbeddedPostgres;
import dev.offramp.db.StartRefused;
import dev.offramp.keys.Keys;
import dev.offramp.mail.MailServer;
import dev.offramp.mail.smtp.SmtpMailServer;
import dev.offramp.money.Fiat;
import dev.offramp.operations.Reconciliation;
import dev.offramp.payouts.Rail;
import dev.offramp.payouts.Rails;
import dev.offramp.payouts.simulated.SimulatedRail;
import dev.offramp.secrets.KeyFolder;
import dev.offramp.secrets.Passphrase;
import dev.offramp.secrets.ServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Sandbox;
import dev.offramp.tenancy.Tenant;
import dev.offramp.traces.Traces;
import dev.offramp.traces.TracesUrl;
import dev.offramp.traces.otlp.OtlpTraces;
import dev.offramp.trail.Action;
import dev.offramp.trail.Actor;
import dev.offramp.trail.Details;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import dev.offramp.webhooks.apache.ApacheWebhookClient;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All that a process opens of an installation: its database, its keys, the rooms upon them. No loop runs and nothing
/// listens; that is the [Server]'s.
public final class Installation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private final Settings settings;
    private final Surroundings around;
    private final Opened opened = new Opened();
    private final String publicUrl;
    private final String databasePlace;
    private final SandboxCredentials credentials;
    private final OwnerLogin ownerLogin;
    private final SimulatedRail rail;
    private final Traces traces;
    private final Platform platform;
    private final Tenant sandbox;

    /// How the embedded database is opened.
    private interface Opening {
        EmbeddedPostgres open(Path data);
    }

    /// Where the database is, once what must be kept open for it is.
    private interface Finding {
        DatabaseAddress find(Opened opened);
    }

    /// Where spans are told, once what must be kept open for it is.
    private interface Tracing {
        Traces begin(Opened opened);

        static Tracing to(Optional<TracesUrl> url) {
            return opened ->
                    url.<Traces>map(its -> opened.keep(OtlpTraces.create(its))).orElse(Traces.NONE);
        }
    }

    private Installation(Settings settings, Surroundings around, String publicUrl, Finding database, Tracing tracing) {
        this.settings = settings;
        this.around = around;
        this.publicUrl = publicUrl;
        boolean done = false;
        try {
            DatabaseAddress address = database.find(opened);
            LOG.debug("PostgreSQL runs");
            Database db = opened.keep(Database.open(address, settings.databaseConnections()));
            this.traces = tracing.begin(opened);
            LOG.debug("database open");
            this.databasePlace = settings.database()
                    .map(DatabaseAddress::toString)
                    .orElseGet(() -> "embedded PostgreSQL in "
                            + settings.data().toAbsolutePath().normalize());
            this.credentials = new SandboxCredentials(settings.data());
            this.ownerLogin = new OwnerLogin(settings.data());
            this.rail = SimulatedRail.create(db, around.clock());
            this.platform = platform(db, publicUrl);
            LOG.debug("rooms built");
            this.sandbox = ensureSandbox();
            platform.people().ensureFirstOwner(sandbox.integration(), made -> ownerLogin.keep(made, publicUrl));
            done = true;
        } finally {
            if (!done) {
                opened.close();
            }
        }
    }

    /// Opens it as its server, which runs the embedded database.
    ///
    /// @param publicUrl how clients reach the server, without a slash at the end
    /// @throws StartRefused when it cannot be opened as it is set up
    static Installation start(Settings settings, Surroundings around, String publicUrl) {
        return new Installation(
                settings,
                around,
                publicUrl,
                database(settings, data -> EmbeddedPostgres.start(data, around.secureRandom())),
                Tracing.to(settings.tracesUrl()));
    }

    /// Opens it beside a running server, through that one's database, or alone where none runs.
    ///
    /// @throws StartRefused when it cannot be opened as it is set up
    public static Installation join(Settings settings, Surroundings around) {
        return new Installation(
                settings,
                around,
                PublicUrl.of(settings, settings.port()),
                database(settings, data -> EmbeddedPostgres.startOrJoin(data, around.secureRandom())),
                _ -> Traces.NONE);
    }

    /// Opens one whose database is at hand, wherever the settings say it is.
    ///
    /// @throws StartRefused when it cannot be opened as it is set up
    static Installation over(DatabaseAddress database, Settings settings, Surroundings around) {
        return new Installation(
                settings, around, PublicUrl.of(settings, settings.port()), _ -> database, _ -> Traces.NONE);
    }

    private static Finding database(Settings settings, Opening embedded) {
        return opened -> settings.database()
                .orElseGet(() -> opened.keep(embedded.open(settings.data())).address());
    }

    private Platform platform(Database db, String publicUrl) {
        RealChains real = RealChains.read(settings.networksFile());
        Platform.Parts parts = parts(db, real, publicUrl);
        try {
            Platform built = Platform.create(parts);
            opened.keep(built.webhooks());
            opened.keep(built.requests());
            OldRows.seal(parts.db(), parts.serverKey(), built.savedBanks());
            return built;
        } catch (IllegalArgumentException contradiction) {
            throw new StartRefused("OFFRAMP_NETWORKS_FILE: " + contradiction.getMessage(), contradiction);
        }
    }

    private Platform.Parts parts(Database db, RealChains real, String publicUrl) {
        KeyFolder folder = KeyFolder.at(settings.keys());
        ServerKey serverKey = folder.serverKey(db, around.secureRandom());
        Keys keys = Keys.create(db, folder, serverKey, passphrase(), around.secureRandom());
        Set<Environment> loopback = loopbackWebhooks();
        return new Platform.Parts(
                db,
                around.clock(),
                around.random(),
                around.secureRandom(),
                serverKey,
                keys,
                SimulatedChains.create(db, settings.sandboxSeed(), settings.sandboxBlock(), around.clock()),
                settings.sandboxBlock(),
                settings.production() ? real.open(around.clock(), keys, opened::keep) : List.of(),
                real.settings(),
                rails(rail),
                opened.keep(ApacheWebhookClient.create(loopback)),
                opened.keep(Executors.newVirtualThreadPerTaskExecutor()),
                loopback,
                settings.signUp(),
                mailServer(),
                settings.production(),
                publicUrl,
                traces);
    }

    private Optional<MailServer> mailServer() {
        return settings.smtpUrl()
                .map(url -> SmtpMailServer.create(url, settings.mailFrom().orElseThrow(), around.clock()));
    }

    private Set<Environment> loopbackWebhooks() {
        return settings.allowLoopbackWebhooks()
                ? EnumSet.allOf(Environment.class)
                : EnumSet.of(Environment.DEVELOPMENT);
    }

    private Optional<Passphrase> passphrase() {
        return settings.production() ? settings.keyPassphraseFile().map(Passphrase::read) : Optional.empty();
    }

    /// Production has none: payouts there are refused.
    private static Rails rails(Rail simulated) {
        return Rails.none()
                .with(Environment.DEVELOPMENT, Fiat.NGN, simulated)
                .with(Environment.DEVELOPMENT, Fiat.GHS, simulated);
    }

    private Tenant ensureSandbox() {
        Sandbox made = platform.tenancy().ensureSandbox(credentials::keep);
        if (made instanceof Sandbox.Made sandbox) {
            record(sandbox);
        }
        return new Tenant(made.integration().id(), Environment.DEVELOPMENT);
    }

    private void record(Sandbox.Made made) {
        IntegrationId id = made.integration().id();
        NewEntry entry = NewEntry.of(
                        Actor.PROGRAM, Action.INTEGRATION_CREATED, new Subject(Subject.Kind.INTEGRATION, id.toString()))
                .concerning(id)
                .after(Details.of("name", made.integration().name())
                        .with("appId", made.credential().appId()));
        platform.db().run(tx -> platform.trail().record(tx, entry));
    }

    /// Where spans are told: nowhere but in a server.
    Traces traces() {
        return traces;
    }

    public Settings settings() {
        return settings;
    }

    public Platform platform() {
        return platform;
    }

    /// How clients reach the server, without a slash at the end.
    public String publicUrl() {
        return publicUrl;
    }

    /// The integration every installation starts with, in its one environment.
    public Tenant sandbox() {
        return sandbox;
    }

    public SandboxCredentials credentials() {
        return credentials;
    }

    public OwnerLogin ownerLogin() {
        return ownerLogin;
    }

    /// The sandbox's rail, to be sent away and called back.
    public SimulatedRail sandboxRail() {
        return rail;
    }

    /// What moves bank money here.
    Rails rails() {
        return rails(rail);
    }

    /// What holds the books against all that can be asked here.
    public Reconciliation reconciliation() {
        return SandboxTruth.reconciliation(platform, rail::paid);
    }

    /// Where the database is, to be shown.
    public String databasePlace() {
        return databasePlace;
    }

    /// Closes in the opposite order of opening, PostgreSQL last.
    @Override
    public void close() {
        opened.close();
    }
}
