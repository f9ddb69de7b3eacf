package dev.offramp.people;

import dev.offramp.db.CommitPoints;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.db.Transaction;
import dev.offramp.people.SlowHash.Cost;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.NewIntegration;
import dev.offramp.tenancy.Tenancy;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Processes of one installation, with people in it. Passwords are hashed by the real function at next to no cost.
final class PeopleFixture implements AutoCloseable {

    static final Password PASSWORD = new Password("a fine long password");
    static final Password OTHER = new Password("another fine password");
    static final String PUBLIC_URL = "https://pay.example.com";

    private static final Cost CHEAP = new Cost(8, 1, 1);

    final ManualClock clock = new ManualClock();

    /// How many hashes and how many transactions there were, in all processes.
    final AtomicInteger hashes = new AtomicInteger();

    final AtomicInteger commits = new AtomicInteger();
    final TestDatabase test;
    final People people;
    final Tenancy tenancy;
    private final AtomicReference<Runnable> duringNextHash = new AtomicReference<>();
    private final List<Database> others = new ArrayList<>();
    private final AtomicInteger names = new AtomicInteger();

    PeopleFixture() {
        test = TestDatabase.create(new CommitPoints() {
            @Override
            public void afterCommit() {
                commits.incrementAndGet();
            }
        });
        Parts parts = parts(test.database(), 1);
        tenancy = tenancy(parts);
        people = people(parts, tenancy, new PeopleRules(SignUpRule.OPEN, PUBLIC_URL));
    }

    /// The same installation under another rule.
    People under(SignUpRule rule) {
        return process(new PeopleRules(rule, PUBLIC_URL));
    }

    /// The same installation in another process.
    People otherProcess() {
        return process(new PeopleRules(SignUpRule.OPEN, PUBLIC_URL));
    }

    /// The same installation at another address.
    People at(String publicUrl) {
        return process(new PeopleRules(SignUpRule.OPEN, publicUrl));
    }

    private People process(PeopleRules rules) {
        Database other = Database.open(test.address(), 6);
        others.add(other);
        // Two with one seed would make the same ids.
        Parts parts = parts(other, 1 + others.size());
        return people(parts, tenancy(parts), rules);
    }

    private Parts parts(Database db, int seed) {
        Random random = new Random(seed);
        return new Parts(db, TestServerKey.create(), new ObjectIds(clock, random), clock, random);
    }

    private static Tenancy tenancy(Parts parts) {
        return Tenancy.create(parts.db(), parts.key(), parts.ids(), parts.clock(), parts.random());
    }

    private People people(Parts parts, Tenancy its, PeopleRules rules) {
        SlowHash argon = new Argon2id();
        SlowHash counted = (password, salt, cost) -> {
            hashes.incrementAndGet();
            Optional.ofNullable(duringNextHash.getAndSet(null)).ifPresent(Runnable::run);
            return argon.of(password, salt, cost);
        };
        Passwords passwords = new Passwords(counted, CHEAP, parts.random(), Duration.ofSeconds(20));
        return People.create(parts, its, rules, passwords);
    }

    /// What happens elsewhere while the next password is hashed.
    void onNextHash(Runnable work) {
        duringNextHash.set(work);
    }

    <T> T transact(Function<Transaction, T> work) {
        return test.database().transact(work);
    }

    /// An address nobody has yet.
    Email email() {
        return new Email("person" + names.incrementAndGet() + "@example.com");
    }

    IntegrationId business() {
        NewIntegration made = tenancy.createIntegration("Business " + names.incrementAndGet());
        return ((NewIntegration.Created) made).integration().id();
    }

    /// Somebody with the usual password and no place anywhere.
    Person person() {
        return member(business(), Role.VIEWER);
    }

    /// Somebody with the usual password and a place in a business.
    Person member(IntegrationId business, Role role) {
        Email email = email();
        Invitations.Made made = transact(tx ->
                people.invitations().invite(tx, email, new Invitation.Offer.Place(business, role), Optional.empty()));
        SignUp.Joined joined =
                (SignUp.Joined) people.signUps().byInvitation(made.token(), "Ada", PASSWORD, "", Witness.none());
        return person(joined.person());
    }

    Person person(PersonId id) {
        return transact(tx -> people.find(tx, id)).orElseThrow();
    }

    /// A browser somewhere, never seen before.
    static Browser browser(String address) {
        return new Browser(InetAddress.ofLiteral(address), "Firefox", Optional.empty());
    }

    static Browser browser() {
        return browser("203.0.113.7");
    }

    static Browser with(Token device, String address) {
        return new Browser(InetAddress.ofLiteral(address), "Firefox", Optional.of(device));
    }

    SignIn tryPassword(Person person, Password password, Browser browser) {
        return people.signIns().byPassword(person.email().text(), password, browser, Witness.none());
    }

    /// Signs in somebody without a second factor.
    SignIn.SignedIn signedIn(Person person) {
        return (SignIn.SignedIn) tryPassword(person, PASSWORD, browser());
    }

    /// Half signs in somebody with one.
    Token step(Person person) {
        return ((SignIn.FactorOutstanding) tryPassword(person, PASSWORD, browser())).step();
    }

    /// What an authenticator app knows, and the recovery codes that came with it.
    record App(byte[] secret, List<RecoveryCode> recoveryCodes, Token token) {

        String code(ManualClock clock) {
            return Totp.code(secret, clock.instant().getEpochSecond() / 30);
        }
    }

    /// Enrols an authenticator app in the name of whose session it is.
    App enrol(Session session) {
        TotpOffer offer =
                transact(tx -> people.secondFactors().offerTotp(tx, session)).orElseThrow();
        byte[] secret = unbase32(offer.secret());
        App app = new App(secret, List.of(), new Token(""));
        FactorChange.Enrolled enrolled = (FactorChange.Enrolled)
                transact(tx -> people.secondFactors().confirmTotp(tx, session, app.code(clock)));
        return new App(secret, enrolled.recoveryCodes(), enrolled.token());
    }

    /// Somebody with an app, whose next code is unused.
    App enrol(Person person) {
        App app = enrol(signedIn(person).session());
        clock.advance(Duration.ofSeconds(60));
        return app;
    }

    Set<Factor> factors(Person person) {
        return transact(tx -> people.secondFactors().enrolled(tx, person.id()));
    }

    Optional<Presence> presence(Token token) {
        return people.sessions().find(token);
    }

    /// Does all at the same moment, each in a thread of its own.
    static <T> List<T> together(List<Callable<T>> all) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers = new ArrayList<>();
            for (Callable<T> one : all) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> answer : answers) {
                results.add(answer.get());
            }
            return results;
        }
    }

    private static byte[] unbase32(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int pending = 0;
        int bits = 0;
        int at = 0;
        for (char digit : text.toCharArray()) {
            pending = pending << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(digit);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (pending >> bits);
            }
        }
        return bytes;
    }

    @Override
    public void close() {
        others.forEach(Database::close);
        test.close();
    }
}
