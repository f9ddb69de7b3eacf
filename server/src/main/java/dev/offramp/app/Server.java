package dev.offramp.app;

import dev.offramp.dashboard.Dashboard;
import dev.offramp.dashboard.DashboardSettings;
import dev.offramp.dashboard.Pages;
import dev.offramp.dashboard.StaticFile;
import dev.offramp.dashboard.Uses;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.StartRefused;
import dev.offramp.docs.Docs;
import dev.offramp.docs.LiveParts;
import dev.offramp.health.Health;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Endpoints;
import dev.offramp.http.Http;
import dev.offramp.http.HttpSettings;
import dev.offramp.http.RequestLog;
import dev.offramp.http.RequestSpans;
import dev.offramp.jobs.Loops;
import dev.offramp.look.KeptFile;
import dev.offramp.look.KeptFiles;
import dev.offramp.mcp.AccountTools;
import dev.offramp.mcp.DocTools;
import dev.offramp.mcp.Mcp;
import dev.offramp.mcp.SandboxTools;
import dev.offramp.metrics.Metrics;
import dev.offramp.operations.Reconciliations;
import dev.offramp.status.Readiness;
import dev.offramp.status.StatusPage;
import dev.offramp.tenancy.AddressRange;
import dev.offramp.tenancy.Authentication;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.web.Face;
import dev.offramp.web.Late;
import dev.offramp.web.LateFace;
import dev.offramp.web.RequestWatch;
import dev.offramp.web.TlsFiles;
import dev.offramp.web.UnusableCertificate;
import dev.offramp.web.Web;
import dev.offramp.web.WebSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running program: an installation, its background work, and what listens.
///
/// On the way down it accepts nothing more, finishes the requests under way, lets every loop finish its turn, waits for
/// webhook calls under way, and stops PostgreSQL last.
public final class Server implements AutoCloseable {

    /// Requests worked on at once, for each database connection: most of them wait for one.
    private static final int REQUESTS_PER_CONNECTION = 8;

    private static final Duration CERTIFICATE_LOOKS = Duration.ofSeconds(5);

    /// Somebody who wants a reconciliation waits for it to begin.
    private static final Duration RECONCILIATION_LOOKS = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Installation installation;
    private final Opened opened = new Opened();
    private final String publicUrl;
    private final LateFace dashboard = new LateFace(Dashboard.NAME, this::dashboard);
    private final Health health;
    private final Optional<Metrics> metrics;
    private final Readiness readiness;

    private Server(Installation installation, String publicUrl) {
        this.installation = installation;
        this.publicUrl = publicUrl;
        this.health = installation.platform().health();
        this.readiness = Readiness.create(health.pulse());
        this.metrics = MetricsRooms.of(
                installation.settings(), installation.platform(), health, requestsMax(installation.settings()));
        metrics.ifPresent(opened::keep);
    }

    /// Starts everything; answers when requests are answered.
    ///
    /// @throws StartRefused when it cannot start as it is set up
    public static Server start(Settings settings, Surroundings around) {
        int port = settings.port() == 0 ? freePort() : settings.port();
        String publicUrl = PublicUrl.of(settings, port);
        Thread.ofPlatform().daemon().name("warm-up").start(() -> warmUp(settings, around));
        Server server = new Server(Installation.start(settings, around, publicUrl), publicUrl);
        boolean done = false;
        try {
            server.open(port, around);
            done = true;
            return server;
        } finally {
            if (!done) {
                server.close();
            }
        }
    }

    /// The web server has a thousand classes to load; done while PostgreSQL starts, it costs no time. What is built
    /// here is thrown away.
    private static void warmUp(Settings settings, Surroundings around) {
        ObjectIds ids = new ObjectIds(around.clock(), around.random());
        Http face = Http.create(
                httpSettings(settings),
                (id, secret) -> new Authentication.InvalidCredentials(),
                List.of(),
                around.clock());
        Web unused = Web.create(webSettings(settings, 0, Optional.empty()), List.of(face), around.clock(), ids);
        LOG.debug("warm: {}", unused);
    }

    /// The links in assets name the port, so it is chosen before anything listens.
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open(int port, Surroundings around) {
        Settings settings = installation.settings();
        Platform platform = installation.platform();
        Tenant sandbox = new Tenant(installation.sandbox().integration(), Environment.DEVELOPMENT);
        String secret = platform.webhooks().secret(sandbox).value();
        installation.credentials().complete(secret, baseUrl());
        installation.ownerLogin().moveTo(publicUrl);
        LOG.debug("credentials written");
        settings.sandboxWebhookUrl().ifPresent(this::sandboxWebhook);
        // A mail server that is away holds up nothing.
        Thread.ofVirtual().name("mail.reach").start(platform.mail()::warnUnlessReached);
        Loops loops = opened.keep(new Loops(platform.loopBook()));
        Http http = http(around);
        Web web = opened.keep(web(port, around, http));
        LOG.debug("HTTP built");
        listen(web, port);
        LOG.debug("HTTP listens");
        platform.loops().forEach(loop -> loops.start(loop.step(), loop.rest()));
        Reconciliations reconciliations = Reconciliations.create(platform.db(), platform.clock(), platform.jobs());
        loops.start(reconciliations.step(installation.reconciliation()), RECONCILIATION_LOOKS);
        Duration incidentAfter = Duration.ofMinutes(settings.statusIncidentMinutes());
        Background.ofStatus(platform, health, FaceProbe.all(http, dashboard), incidentAfter)
                .forEach(loop -> loops.start(loop.step(), loop.rest()));
        Background.ofTraces(platform, installation.traces()).forEach(loop -> loops.start(loop.step(), loop.rest()));
        web.certificateStep().ifPresent(step -> loops.start(step, CERTIFICATE_LOOKS));
    }

    private Http http(Surroundings around) {
        Platform platform = installation.platform();
        return Http.create(
                httpSettings(installation.settings()),
                new Http.Callers(platform.tenancy()::authenticate, platform.tenancy()::countRequest, requestLog()),
                endpoints(platform),
                platform.repetitions(),
                around.clock());
    }

    private RequestLog requestLog() {
        RequestSpans spans = new RequestSpans(installation.traces());
        return (request, traceParent) -> {
            installation.platform().requests().note(request);
            spans.tell(request, traceParent);
        };
    }

    private Web web(int port, Surroundings around, Http http) {
        Settings settings = installation.settings();
        Platform platform = installation.platform();
        try {
            return Web.create(
                    webSettings(settings, port, settings.tls()),
                    faces(http),
                    around.clock(),
                    platform.ids(),
                    metrics.map(Metrics::watch).orElse(RequestWatch.NOBODY));
        } catch (UnusableCertificate e) {
            throw new StartRefused("OFFRAMP_TLS_CERTIFICATE_FILE, OFFRAMP_TLS_KEY_FILE: " + e.getMessage(), e);
        }
    }

    private List<Face> faces(Http http) {
        Supplier<Docs> docs = new Late<>(() -> docs(http));
        List<Face> all = new ArrayList<>();
        all.add(new KeptFiles(files()));
        all.add(new LateFace(Docs.NAME, Docs::isOurs, docs));
        all.add(new LateFace(Mcp.NAME, Mcp::isOurs, () -> mcp(docs, http)));
        all.add(readiness);
        all.addAll(status());
        metrics.map(Metrics::face).ifPresent(all::add);
        all.add(dashboard);
        all.add(http);
        return all;
    }

    private static List<KeptFile> files() {
        return Stream.of(StaticFile.all(), Docs.files(), StatusPage.files())
                .flatMap(List::stream)
                .toList();
    }

    private Docs docs(Http http) {
        LiveParts parts = LiveParts.of(
                publicUrl,
                installation.platform().assets(),
                installation.settings().webhookSenderAddresses());
        return Docs.create(http.description(), parts, publicUrl);
    }

    private Mcp mcp(Supplier<Docs> docs, Http http) {
        return Mcp.create(
                List.of(new DocTools(() -> docs.get().library()), new AccountTools(http), new SandboxTools(http)),
                installation.platform().tenancy()::authenticate,
                publicUrl);
    }

    private List<Face> status() {
        return StatusPage.faces(
                health.board(), installation.platform().bulletins().subscribers(), publicUrl);
    }

    private Dashboard dashboard() {
        Platform platform = installation.platform();
        DashboardSettings settings = new DashboardSettings(
                installation.settings().production(),
                publicUrl,
                installation.settings().webhookSenderAddresses());
        Uses uses = DashboardRooms.of(platform, settings);
        return Dashboard.create(Pages.all(uses), uses, platform.clock());
    }

    private void sandboxWebhook(URI url) {
        try {
            installation.platform().webhooks().ensureSandboxEndpoint(installation.sandbox(), url.toString());
        } catch (IllegalArgumentException e) {
            throw new StartRefused("OFFRAMP_SANDBOX_WEBHOOK_URL: " + e.getMessage(), e);
        }
    }

    static List<Endpoint> endpoints(Platform platform) {
        return Endpoints.all(new Endpoints.Uses(
                platform.db(),
                platform.tenancy(),
                platform.assets(),
                platform.rates(),
                platform.wallets(),
                platform.destinations(),
                platform.deposits(),
                platform.banks(),
                platform.savedBanks(),
                platform.payouts(),
                platform.withdrawals(),
                platform.savedAddresses(),
                platform.outflows(),
                platform.conversions(),
                platform.ledger(),
                platform.webhooks(),
                platform.gates()));
    }

    private static HttpSettings httpSettings(Settings settings) {
        return new HttpSettings(settings.production(), settings.allowLoopbackHttp());
    }

    private static WebSettings webSettings(Settings settings, int port, Optional<TlsFiles> tls) {
        List<AddressRange> proxies = settings.trustedProxies().stream()
                .map(range -> AddressRange.parse(range).orElseThrow())
                .toList();
        return new WebSettings(settings.bind().getHostAddress(), port, proxies, requestsMax(settings), tls);
    }

    private static int requestsMax(Settings settings) {
        return settings.databaseConnections() * REQUESTS_PER_CONNECTION;
    }

    private static void listen(Web web, int port) {
        try {
            web.start();
        } catch (UncheckedIOException e) {
            throw new StartRefused(
                    "port " + port + " cannot be listened on: stop what uses it, or choose another by OFFRAMP_PORT", e);
        }
    }

    public Installation installation() {
        return installation;
    }

    /// Where people find the dashboard.
    public String url() {
        return publicUrl;
    }

    /// Where the API is: ends in `/v1`.
    public String baseUrl() {
        return publicUrl + "/v1";
    }

    @Override
    public void close() {
        readiness.stopping();
        opened.close();
        installation.close();
    }
}
