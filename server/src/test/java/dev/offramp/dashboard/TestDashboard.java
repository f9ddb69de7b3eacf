package dev.offramp.dashboard;

import dev.offramp.app.DashboardRooms;
import dev.offramp.app.Loop;
import dev.offramp.app.Platform;
import dev.offramp.assets.Asset;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.SimulatedChains;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.TestDatabase;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.MockTrade;
import dev.offramp.keys.TestKeys;
import dev.offramp.look.KeptFiles;
import dev.offramp.mail.MailServer;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.Rails;
import dev.offramp.payouts.simulated.SimulatedRail;
import dev.offramp.people.Email;
import dev.offramp.people.Invitation;
import dev.offramp.people.Invitations;
import dev.offramp.people.Password;
import dev.offramp.people.PersonId;
import dev.offramp.people.Role;
import dev.offramp.people.SignUp;
import dev.offramp.people.SignUpRule;
import dev.offramp.people.Witness;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.NewIntegration;
import dev.offramp.tenancy.Tenant;
import dev.offramp.traces.Traces;
import dev.offramp.trail.Entry;
import dev.offramp.trail.TrailQuery;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import dev.offramp.webhooks.ScriptedClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// The whole dashboard on a real database, the simulated chains and the simulated rail; asked without a socket, moved
/// by hand. It has a business, and makes people as they are needed.
public final class TestDashboard implements AutoCloseable {

    /// Everybody's.
    public static final String PASSWORD = "a fine long password";

    private static final KeptFiles FILES = new KeptFiles(StaticFile.all());
    private static final AssetCode USDC = new AssetCode("SOL_USDC_JKVK");
    private static final Duration BLOCK = Duration.ofSeconds(1);
    private static final int BLOCKS = 6;
    private static final int ROUNDS_MAX = 50;

    public final ManualClock clock = new ManualClock();
    public final TestDatabase test = TestDatabase.counted();
    public final Database db = test.database();
    public final ScriptedClient receiver = new ScriptedClient();
    public final Platform platform;
    public final Integration business;
    final List<Page> pages;
    private final Dashboard dashboard;
    private final AtomicInteger names = new AtomicInteger();

    public TestDashboard() {
        this(Pages::all);
    }

    /// Where others may found a business.
    public TestDashboard(SignUpRule signUp) {
        this(Pages::all, signUp, Optional.empty());
    }

    /// Where letters are sent.
    public TestDashboard(SignUpRule signUp, MailServer mailServer) {
        this(Pages::all, signUp, Optional.of(mailServer));
    }

    /// With other pages than those there are.
    TestDashboard(Function<Uses, List<Page>> pages) {
        this(pages, SignUpRule.OPEN, Optional.empty());
    }

    private TestDashboard(Function<Uses, List<Page>> pages, SignUpRule signUp, Optional<MailServer> mailServer) {
        this.platform = platform(signUp, mailServer);
        this.business = integration("Shop");
        Uses uses = DashboardRooms.of(platform, new DashboardSettings(true, "http://localhost", List.of()));
        this.pages = pages.apply(uses);
        this.dashboard = Dashboard.create(this.pages, uses, clock);
    }

    private Platform platform(SignUpRule signUp, Optional<MailServer> mailServer) {
        Random random = new Random(7);
        SimulatedRail rail = SimulatedRail.create(db, clock);
        return Platform.create(new Platform.Parts(
                db,
                clock,
                random,
                random,
                TestServerKey.create(),
                TestKeys.create(),
                SimulatedChains.create(db, 1, BLOCK, clock),
                BLOCK,
                List.of(),
                List.of(),
                Rails.none()
                        .with(Environment.DEVELOPMENT, Fiat.NGN, rail)
                        .with(Environment.DEVELOPMENT, Fiat.GHS, rail),
                receiver,
                Runnable::run,
                Set.of(Environment.DEVELOPMENT),
                signUp,
                mailServer,
                true,
                "http://localhost",
                Traces.NONE));
    }

    /// Another business.
    public Integration integration(String name) {
        return ((NewIntegration.Created) platform.tenancy().createIntegration(name)).integration();
    }

    /// The business in development.
    public Tenant tenant() {
        return new Tenant(business.id(), Environment.DEVELOPMENT);
    }

    /// What the paths of the business begin with, in development.
    public String root() {
        return root(business);
    }

    public String root(Integration integration) {
        return "/b/" + integration.merchantReference() + "/development";
    }

    /// A browser that nobody has signed in with, on this machine.
    public TestBrowser stranger() {
        return new TestBrowser(this);
    }

    /// A browser of a new member of the business, just signed in.
    public TestBrowser member(Role role) {
        return signedIn(person(business, role));
    }

    public TestBrowser member(Integration integration, Role role) {
        return signedIn(person(integration, role));
    }

    /// A browser of a new operator, who is a member of no business that matters here.
    public TestBrowser operator() {
        Email email = person(integration("Operator's " + names.incrementAndGet()), Role.VIEWER);
        db.run(tx -> {
            PersonId id = platform.people().find(tx, email).orElseThrow().id();
            platform.people().setOperator(tx, id, true);
        });
        return signedIn(email);
    }

    /// A new person, who has not signed in yet.
    public Email person(Integration integration, Role role) {
        Email email = new Email("person" + names.incrementAndGet() + "@example.com");
        Invitations.Made made = db.transact(tx -> platform.people()
                .invitations()
                .invite(tx, email, new Invitation.Offer.Place(integration.id(), role), Optional.empty()));
        SignUp joined = platform.people()
                .signUps()
                .byInvitation(made.token(), "Ada", new Password(PASSWORD), "", Witness.none());
        if (!(joined instanceof SignUp.Joined)) {
            throw new AssertionError(joined);
        }
        return email;
    }

    private TestBrowser signedIn(Email email) {
        TestBrowser browser = stranger();
        browser.signIn(email);
        return browser;
    }

    /// A new address of the business, in development.
    public Wallet wallet(String label) {
        Asset asset = platform.assets().find(USDC).orElseThrow();
        Generation made = platform.wallets().generate(tenant(), asset, new Label(label));
        return ((Generation.Generated) made).wallet();
    }

    /// A mock deposit to a new address; it is pending until [#settle].
    public DepositId deposit(String label, String usdc) {
        MockTrade trade = new MockTrade(
                wallet(label).address(),
                USDC,
                new BigDecimal(usdc),
                new BigDecimal(usdc),
                "reference-" + names.incrementAndGet(),
                new TxHash("tx-" + names.incrementAndGet()),
                Optional.empty(),
                1);
        return ((MockTrade.Outcome.Queued) platform.deposits().mock(tenant(), trade)).id();
    }

    /// Lets blocks be made, and after each everything run until nothing is left to do.
    public void settle() {
        for (int block = 0; block < BLOCKS; block++) {
            clock.advance(BLOCK);
            int quiet = 0;
            for (int round = 0; quiet < 3 && round < ROUNDS_MAX; round++) {
                boolean isBusy = false;
                for (Loop loop : platform.loops()) {
                    isBusy |= loop.step().runOnce();
                }
                quiet = isBusy ? 0 : quiet + 1;
            }
        }
    }

    /// What the audit log says of a business, the newest first: `member.joined`.
    public List<String> trail(IntegrationId integration) {
        return trail(TrailQuery.of(integration));
    }

    /// What it says anybody did to themselves or somebody else.
    public List<String> trail(Email actor) {
        return trail(new TrailQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.of(actor.text()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private List<String> trail(TrailQuery query) {
        return db.view(tx -> platform.trail().list(tx, query, OptionalLong.empty(), 100)).entries().stream()
                .map(Entry::action)
                .toList();
    }

    RawAnswer answer(RawRequest request) {
        return FILES.claims(request.path()) ? FILES.answer(request) : dashboard.answer(request);
    }

    Dashboard face() {
        return dashboard;
    }

    @Override
    public void close() {
        platform.webhooks().close();
        test.close();
    }
}
