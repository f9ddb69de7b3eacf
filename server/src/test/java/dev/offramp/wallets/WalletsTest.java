package dev.offramp.wallets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.offramp.assets.AddressFamily;
import dev.offramp.assets.Asset;
import dev.offramp.assets.AssetId;
import dev.offramp.assets.Assets;
import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.AddressForm;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.facts.Fact;
import dev.offramp.facts.Facts;
import dev.offramp.keys.Keys;
import dev.offramp.keys.TestKeys;
import dev.offramp.lists.ListQuery;
import dev.offramp.lists.Part;
import dev.offramp.money.AssetCode;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WalletsTest {

    private static final String LOCK_WAITED_FOR = """
            SELECT EXISTS (
                SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')
            FROM pg_sleep(0.01)
            """;

    private final ManualClock clock = new ManualClock();
    private final ObjectIds ids = new ObjectIds(clock, new Random(1));
    private final Keys keys = TestKeys.create();
    private final Tenant tenant = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
    private final Tenant other = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
    private final Tenant production = new Tenant(tenant.integration(), Environment.PRODUCTION);
    private TestDatabase test;
    private Database db;
    private Facts facts;
    private Wallets wallets;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        db = test.database();
        facts = Facts.create(db, ids, TestServerKey.create());
        wallets = Wallets.create(db, keys, facts, ids, clock);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void givesAWalletTheAddressOfItsVault() {
        Wallet wallet = generate(tenant, "TRX_TEST", Network.TRON, "cust-77");

        assertThat(wallet)
                .isEqualTo(new Wallet(
                        wallet.id(),
                        tenant,
                        new AssetCode("TRX_TEST"),
                        new Label("cust-77"),
                        new VaultId(1),
                        AddressFamily.TRON,
                        keys.address(Environment.DEVELOPMENT, AddressFamily.TRON, 1),
                        clock.instant()));
        assertThat(wallets.find(tenant, wallet.id())).contains(wallet);
    }

    @Test
    void givesEveryFamilyAnAddressOfItsForm() {
        for (Network network : Network.values()) {
            Wallet wallet = generate(tenant, network.name(), network, "anyone");

            assertThat(AddressForm.canonical(
                            network.family(),
                            Environment.DEVELOPMENT,
                            wallet.address().value()))
                    .contains(wallet.address());
        }
    }

    @Test
    void countsVaultsOverAllTenantsAndAssetsOfAnEnvironment() {
        assertThat(List.of(
                        generate(tenant, "BTC_TEST", Network.BITCOIN, "a").vaultId(),
                        generate(tenant, "ETH_TEST5", Network.ETHEREUM, "a").vaultId(),
                        generate(other, "ETH_TEST5", Network.ETHEREUM, "a").vaultId(),
                        generate(production, "ETH", Network.ETHEREUM, "a").vaultId()))
                .extracting(VaultId::value)
                .containsExactly(1L, 2L, 3L, 1L);
    }

    @Test
    void refusesASecondWalletOfAnAssetAndLabel() {
        Wallet first = generate(tenant, "BTC_TEST", Network.BITCOIN, "a");

        assertThat(wallets.generate(
                        tenant, asset("BTC_TEST", Network.BITCOIN, Environment.DEVELOPMENT), new Label("a")))
                .isEqualTo(new Generation.LabelTaken());
        assertThat(page(tenant, 1, 10)).isEqualTo(new Part<>(List.of(first), 1));
    }

    @Test
    void takesLabelsOfAnotherCaseAssetTenantOrEnvironmentForOthers() {
        generate(tenant, "BTC_TEST", Network.BITCOIN, "a");

        assertThat(List.of(
                        generate(tenant, "BTC_TEST", Network.BITCOIN, "A"),
                        generate(tenant, "BTC_TEST", Network.BITCOIN, "a "),
                        generate(tenant, "LTC_TEST", Network.LITECOIN, "a"),
                        generate(other, "BTC_TEST", Network.BITCOIN, "a"),
                        generate(production, "BTC_TEST", Network.BITCOIN, "a")))
                .extracting(Wallet::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesAnAssetOfTheOtherEnvironment() {
        Asset asset = asset("BTC", Network.BITCOIN, Environment.PRODUCTION);

        assertThatIllegalArgumentException().isThrownBy(() -> wallets.generate(tenant, asset, new Label("a")));
    }

    @Test
    void writesOneFactForAWalletAndNoneForARefusal() {
        Wallet wallet = generate(tenant, "BTC_TEST", Network.BITCOIN, "a");
        wallets.generate(tenant, asset("BTC_TEST", Network.BITCOIN, Environment.DEVELOPMENT), new Label("a"));
        facts.sequence(10);

        List<Fact> seen = new ArrayList<>();
        facts.follow("reader", Set.of(AddressCreated.class), 10, (tx, read) -> seen.addAll(read));

        assertThat(seen).singleElement().satisfies(fact -> {
            assertThat(fact.subject()).isEqualTo(wallet.id().value());
            assertThat(fact.sequence()).isEqualTo(1);
            assertThat(fact.tenant()).isEqualTo(tenant);
            assertThat(facts.body(fact, AddressCreated.class))
                    .isEqualTo(new AddressCreated(
                            wallet.id(), wallet.address(), wallet.asset(), wallet.label(), wallet.vaultId()));
        });
    }

    @Test
    void leavesNothingBehindWhenTheCallersTransactionFails() {
        Asset asset = asset("BTC_TEST", Network.BITCOIN, Environment.DEVELOPMENT);
        try {
            db.run(tx -> {
                wallets.generate(tx, tenant, asset, new Label("a"));
                throw new IllegalStateException("the bank could not be linked");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the bank could not be linked");
        }

        assertThat(page(tenant, 1, 10)).isEqualTo(new Part<>(List.of(), 0));
        assertThat(facts.sequence(1)).as("whether there is a fact").isFalse();
    }

    @Test
    void makesOneWalletOfConcurrentTwins() throws Exception {
        Asset asset = asset("BTC_TEST", Network.BITCOIN, Environment.DEVELOPMENT);
        List<Generation> answers = atOnce(12, twin -> wallets.generate(tenant, asset, new Label("label-" + twin % 3)));

        assertThat(answers).filteredOn(Generation.Generated.class::isInstance).hasSize(3);
        assertThat(answers).filteredOn(Generation.LabelTaken.class::isInstance).hasSize(9);
        assertThat(page(tenant, 1, 10).total()).isEqualTo(3);
    }

    @Test
    void refusesATwinThatLookedBeforeTheFirstCommitted() throws Exception {
        Asset asset = asset("BTC_TEST", Network.BITCOIN, Environment.DEVELOPMENT);
        CountDownLatch made = new CountDownLatch(1);
        CountDownLatch twinWaits = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Generation> first = threads.submit(() -> db.transact(tx -> {
                Generation generation = wallets.generate(tx, tenant, asset, new Label("a"));
                made.countDown();
                await(twinWaits);
                return generation;
            }));
            made.await();
            Future<Generation> twin = threads.submit(() -> wallets.generate(tenant, asset, new Label("a")));
            awaitLockWaiter();
            twinWaits.countDown();

            assertThat(first.get()).isInstanceOf(Generation.Generated.class);
            assertThat(twin.get()).isEqualTo(new Generation.LabelTaken());
        }
    }

    @Test
    void givesEachOfManyAtOnceAVaultOfItsOwn() throws Exception {
        List<Wallet> made =
                atOnce(40, i -> generate(i % 2 == 0 ? tenant : other, "ETH_TEST5", Network.ETHEREUM, "label-" + i));

        assertThat(made).extracting(Wallet::vaultId).doesNotHaveDuplicates();
        assertThat(made).extracting(Wallet::address).doesNotHaveDuplicates();
    }

    @Test
    void findsByIdVaultAndAddress() {
        Wallet wallet = generate(tenant, "BTC_TEST", Network.BITCOIN, "a");

        assertThat(wallets.find(tenant, wallet.id())).contains(wallet);
        assertThat(wallets.find(tenant, wallet.vaultId())).contains(wallet);
        assertThat(byAddress(tenant, "BTC_TEST", wallet.address())).contains(wallet);
        assertThat(byAddress(tenant, "LTC_TEST", wallet.address())).isEmpty();
    }

    @Test
    void findsNoWalletOfAnotherTenantOrEnvironment() {
        Wallet wallet = generate(tenant, "BTC_TEST", Network.BITCOIN, "a");

        for (Tenant stranger : List.of(other, production)) {
            assertThat(wallets.find(stranger, wallet.id())).isEmpty();
            assertThat(wallets.find(stranger, wallet.vaultId())).isEmpty();
            assertThat(byAddress(stranger, "BTC_TEST", wallet.address())).isEmpty();
            assertThat(page(stranger, 1, 10).total()).isZero();
        }
    }

    @Test
    void listsTheNewestFirstWithTheTotal() {
        List<Wallet> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(generate(tenant, "BTC_TEST", Network.BITCOIN, "label-" + i));
            generate(other, "BTC_TEST", Network.BITCOIN, "label-" + i);
        }
        Collections.reverse(made);

        assertThat(page(tenant, 1, 2)).isEqualTo(new Part<>(made.subList(0, 2), 5));
        assertThat(page(tenant, 3, 2)).isEqualTo(new Part<>(made.subList(4, 5), 5));
        assertThat(page(tenant, Integer.MAX_VALUE, 200)).isEqualTo(new Part<>(List.of(), 5));
    }

    @Test
    void findsTheOwnersOfManyAddressesAtOnce() {
        Wallet mine = generate(tenant, "ETH_TEST5", Network.ETHEREUM, "a");
        Wallet sister = generate(other, "USDC_BSC_TEST", Network.BSC, "a");
        Wallet bitcoin = generate(tenant, "BTC_TEST", Network.BITCOIN, "a");
        Wallet real = generate(production, "ETH", Network.ETHEREUM, "a");
        Address nobody = new Address("0x000000000000000000000000000000000000dEaD");
        List<Address> addresses =
                List.of(mine.address(), sister.address(), bitcoin.address(), real.address(), nobody, mine.address());

        Map<Address, Wallet> owners =
                db.transact(tx -> wallets.owners(tx, Environment.DEVELOPMENT, AddressFamily.EVM, addresses));

        assertThat(owners).containsOnly(Map.entry(mine.address(), mine), Map.entry(sister.address(), sister));
        assertThat(db.<Map<Address, Wallet>>transact(
                        tx -> wallets.owners(tx, Environment.DEVELOPMENT, AddressFamily.EVM, List.of())))
                .isEmpty();
    }

    @Test
    void findsManyByTheirIds() {
        Wallet first = generate(tenant, "BTC_TEST", Network.BITCOIN, "a");
        Wallet second = generate(other, "BTC_TEST", Network.BITCOIN, "a");
        WalletId unknown = new WalletId(ids.next());

        assertThat(db.<Map<WalletId, Wallet>>transact(tx -> wallets.all(tx, List.of(first.id(), second.id(), unknown))))
                .containsOnly(Map.entry(first.id(), first), Map.entry(second.id(), second));
    }

    @Test
    void locksInTheOrderOfIds() {
        List<WalletId> made = IntStream.range(0, 20)
                .mapToObj(i -> generate(tenant, "BTC_TEST", Network.BITCOIN, "label-" + i)
                        .id())
                .toList();

        List<Wallet> locked = db.transact(tx -> wallets.lock(tx, made));

        assertThat(locked)
                .extracting(Wallet::id)
                .containsExactlyElementsOf(made.stream().sorted().toList());
    }

    @Test
    void holdsOthersWhoLockTheSameWalletUntilTheEnd() throws Exception {
        WalletId id = generate(tenant, "BTC_TEST", Network.BITCOIN, "a").id();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch secondWaits = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> db.run(tx -> {
                wallets.lock(tx, List.of(id));
                locked.countDown();
                await(secondWaits);
                order.add("first ends");
            }));
            locked.await();
            threads.submit(() -> db.run(tx -> {
                wallets.lock(tx, List.of(id));
                order.add("second locks");
            }));
            awaitLockWaiter();
            secondWaits.countDown();
        }
        assertThat(order).containsExactly("first ends", "second locks");
    }

    private Wallet generate(Tenant owner, String code, Network network, String label) {
        Asset asset = asset(code, network, owner.environment());
        return switch (wallets.generate(owner, asset, new Label(label))) {
            case Generation.Generated generated -> generated.wallet();
            case Generation.LabelTaken taken -> throw new AssertionError("taken: " + label);
        };
    }

    private Optional<Wallet> byAddress(Tenant owner, String code, Address address) {
        return db.transact(tx -> wallets.find(tx, owner, new AssetCode(code), address));
    }

    private Asset asset(String code, Network network, Environment environment) {
        return new Asset(
                new AssetId(ids.next()),
                new AssetCode(code),
                environment,
                code,
                code,
                network,
                "BASE_ASSET",
                8,
                Optional.empty(),
                BigDecimal.TEN,
                BigDecimal.ONE,
                3,
                true,
                "",
                "");
    }

    /// Waits until some connection to this database waits for a lock.
    private void awaitLockWaiter() {
        for (int look = 0; look < 3_000; look++) {
            if (db.<Boolean>transact(tx ->
                    tx.sql().createQuery(LOCK_WAITED_FOR).mapTo(Boolean.class).one())) {
                return;
            }
        }
        throw new AssertionError("nobody waits for a lock");
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Task<T> {
        T run(int number);
    }

    private static <T> List<T> atOnce(int count, Task<T> task) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                calls.add(() -> task.run(number));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private Part<Wallet> page(Tenant tenant, int number, int size) {
        Assets assets = Assets.create(clock, "http://localhost", List.of());
        return db.view(tx -> wallets.list(assets).page(tx, tenant, ListQuery.page(number, size)));
    }
}
