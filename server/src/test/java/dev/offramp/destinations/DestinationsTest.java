package dev.offramp.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.assets.Asset;
import dev.offramp.assets.AssetId;
import dev.offramp.assets.Assets;
import dev.offramp.assets.Network;
import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.keys.Keys;
import dev.offramp.keys.TestKeys;
import dev.offramp.lists.ListQuery;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import dev.offramp.wallets.Wallets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a deposit goes (decisions 17 and 19).
class DestinationsTest {

    private static final Keys KEYS = TestKeys.create();
    private static final BankAccount OPAY =
            new BankAccount("25", "OPay", "8031234567", "Ada Obi", Fiat.NGN, Optional.of("Rent"));
    private static final BankAccount MTN =
            new BankAccount("1", "MTN", "0241234567", "Kofi Mensah", Fiat.GHS, Optional.empty());

    private final ManualClock clock = new ManualClock();
    private final ObjectIds ids = new ObjectIds(clock, new Random(1));
    private final Tenant tenant = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
    private final Tenant other = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
    private TestDatabase test;
    private Database db;
    private Wallets wallets;
    private Destinations destinations;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        db = test.database();
        wallets = Wallets.create(db, KEYS, Facts.create(db, ids, TestServerKey.create()), ids, clock);
        destinations = Destinations.create(db, clock, TestServerKey.create());
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void linksABankWithTheFlagOffUnlessTold() {
        WalletId wallet = wallet(tenant, "a").id();

        destinations.link(wallet, OPAY, Optional.empty());

        assertThat(linked(wallet)).contains(new LinkedBank(OPAY, false, clock.instant()));
    }

    @Test
    void linksABankWithTheFlagGiven() {
        WalletId wallet = wallet(tenant, "a").id();

        destinations.link(wallet, OPAY, Optional.of(true));

        assertThat(linked(wallet)).contains(new LinkedBank(OPAY, true, clock.instant()));
    }

    @Test
    void replacesTheBankAndKeepsTheFlagUnlessTold() {
        WalletId wallet = wallet(tenant, "a").id();
        destinations.link(wallet, OPAY, Optional.of(true));

        destinations.link(wallet, MTN, Optional.empty());
        assertThat(linked(wallet)).contains(new LinkedBank(MTN, true, clock.instant()));

        destinations.link(wallet, OPAY, Optional.of(false));
        assertThat(linked(wallet)).contains(new LinkedBank(OPAY, false, clock.instant()));
    }

    @Test
    void remembersAFlagUntilABankIsLinked() {
        Wallet wallet = wallet(tenant, "a");
        db.run(tx -> destinations.rememberAutoSettlement(tx, wallet.id(), true));
        assertThat(linked(wallet.id())).isEmpty();
        assertThat(targets(wallet)).containsOnly(Map.entry(wallet.id(), new Target.None()));

        destinations.link(wallet.id(), OPAY, Optional.empty());

        assertThat(linked(wallet.id())).contains(new LinkedBank(OPAY, true, clock.instant()));
    }

    @Test
    void switchesTheFlagOfAWalletWithABankOnly() {
        WalletId wallet = wallet(tenant, "a").id();
        assertThat(destinations.setAutoSettlement(wallet, true)).isEqualTo(new FlagChange.NoBank());
        db.run(tx -> destinations.rememberAutoSettlement(tx, wallet, false));
        assertThat(destinations.setAutoSettlement(wallet, true)).isEqualTo(new FlagChange.NoBank());

        destinations.link(wallet, OPAY, Optional.empty());
        assertThat(linked(wallet)).contains(new LinkedBank(OPAY, false, clock.instant()));
        assertThat(destinations.setAutoSettlement(wallet, true)).isEqualTo(new FlagChange.Set());
        assertThat(linked(wallet)).contains(new LinkedBank(OPAY, true, clock.instant()));
        assertThat(destinations.setAutoSettlement(wallet, false)).isEqualTo(new FlagChange.Set());
        assertThat(linked(wallet)).contains(new LinkedBank(OPAY, false, clock.instant()));
    }

    @Test
    void commitsTheBankWithTheWalletOrNeither() {
        try {
            db.run(tx -> {
                WalletId wallet = wallet(generate(tx, tenant, "a")).id();
                destinations.link(tx, wallet, OPAY, Optional.of(true));
                throw new IllegalStateException("died before the commit");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("died before the commit");
        }
        assertThat(db.view(tx -> wallets.list(Assets.create(clock, "http://localhost", List.of()))
                                .page(tx, tenant, ListQuery.page(1, 10)))
                        .total())
                .isZero();

        WalletId wallet = db.transact(tx -> {
            WalletId made = wallet(generate(tx, tenant, "a")).id();
            destinations.link(tx, made, OPAY, Optional.of(true));
            return made;
        });
        assertThat(linked(wallet)).contains(new LinkedBank(OPAY, true, clock.instant()));
    }

    @Test
    void tellsTheBanksOfManyWalletsAtOnce() {
        WalletId first = wallet(tenant, "a").id();
        WalletId second = wallet(other, "a").id();
        WalletId none = wallet(tenant, "b").id();
        destinations.link(first, OPAY, Optional.of(true));
        destinations.link(second, MTN, Optional.empty());

        assertThat(destinations.of(List.of(first, second, none, first)))
                .containsOnly(
                        Map.entry(first, new LinkedBank(OPAY, true, clock.instant())),
                        Map.entry(second, new LinkedBank(MTN, false, clock.instant())));
        assertThat(destinations.of(List.of())).isEmpty();
    }

    @Test
    void keepsOneBusinessWideDestinationPerTenant() {
        Destination opay = new Destination.Bank(OPAY);
        Destination mtn = new Destination.Bank(MTN);
        Tenant production = new Tenant(tenant.integration(), Environment.PRODUCTION);
        db.run(tx -> {
            destinations.setBusinessWide(tx, tenant, mtn);
            destinations.setBusinessWide(tx, tenant, opay);
            destinations.setBusinessWide(tx, other, mtn);
        });

        assertThat(businessWide(tenant, other, production, tenant))
                .containsOnly(Map.entry(tenant, opay), Map.entry(other, mtn));

        Destination address = new Destination.CoinAddress(Token.USDC, TokenNetwork.SOL, "Hh8Q");
        db.run(tx -> destinations.setBusinessWide(tx, tenant, address));
        assertThat(businessWide(tenant)).containsOnly(Map.entry(tenant, address));
        db.run(tx -> destinations.setBusinessWide(tx, tenant, opay));
        assertThat(businessWide(tenant)).containsOnly(Map.entry(tenant, opay));

        db.run(tx -> destinations.clearBusinessWide(tx, tenant));
        assertThat(businessWide(tenant, other)).containsOnly(Map.entry(other, mtn));
        assertThat(businessWide()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # own bank | flag  | business-wide | target
            no         | no    | no            | NONE
            no         | no    | yes           | BUSINESS
            no         | yes   | no            | NONE
            no         | yes   | yes           | BUSINESS
            yes        | no    | no            | NONE
            yes        | no    | yes           | BUSINESS
            yes        | yes   | no            | OWN
            yes        | yes   | yes           | OWN
            """)
    void sendsADepositToItsOwnBankElseBusinessWideElseNowhere(
            String ownBank, String flag, String businessWide, String expected) {
        Wallet wallet = wallet(tenant, "a");
        db.run(tx -> {
            destinations.rememberAutoSettlement(tx, wallet.id(), flag.equals("yes"));
            if (ownBank.equals("yes")) {
                destinations.link(tx, wallet.id(), OPAY, Optional.empty());
            }
            if (businessWide.equals("yes")) {
                destinations.setBusinessWide(tx, tenant, new Destination.Bank(MTN));
            }
        });

        Target target = switch (expected) {
            case "OWN" -> new Target.OwnBank(OPAY);
            case "BUSINESS" -> new Target.BusinessWide(new Destination.Bank(MTN));
            default -> new Target.None();
        };
        assertThat(targets(wallet)).containsOnly(Map.entry(wallet.id(), target));
    }

    @Test
    void answersForEachOfManyWalletsOfManyTenants() {
        Wallet own = wallet(tenant, "a");
        Wallet business = wallet(tenant, "b");
        Wallet none = wallet(other, "a");
        destinations.link(own.id(), OPAY, Optional.of(true));
        db.run(tx -> destinations.setBusinessWide(tx, tenant, new Destination.Bank(MTN)));

        assertThat(targets(own, business, none))
                .containsOnly(
                        Map.entry(own.id(), new Target.OwnBank(OPAY)),
                        Map.entry(business.id(), new Target.BusinessWide(new Destination.Bank(MTN))),
                        Map.entry(none.id(), new Target.None()));
        assertThat(targets()).isEmpty();
    }

    @Test
    void convertsToTheCurrencyOfTheTarget() {
        assertThat(new Target.OwnBank(OPAY).currency()).contains(Fiat.NGN);
        assertThat(new Target.BusinessWide(new Destination.Bank(MTN)).currency())
                .contains(Fiat.GHS);
        assertThat(new Target.None().currency()).isEmpty();
        Destination.CoinAddress address = new Destination.CoinAddress(Token.USDC, TokenNetwork.SOL, "Hh8Q");
        assertThat(new Target.BusinessWide(address).currency()).contains(Fiat.USD);
        assertThat(new Target.BusinessWide(address).address()).contains(address);
        assertThat(new Target.BusinessWide(address).bank()).isEmpty();
        assertThat(new Target.OwnBank(OPAY).bank()).contains(OPAY);
    }

    @Test
    void endsWithOneWholeBankWhenManyLinkAtOnce() throws Exception {
        WalletId wallet = wallet(tenant, "a").id();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> links = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                BankAccount bank = i % 2 == 0 ? OPAY : MTN;
                links.add(threads.submit(() -> destinations.link(wallet, bank, Optional.of(bank.equals(OPAY)))));
            }
            for (Future<?> link : links) {
                link.get();
            }
        }

        assertThat(linked(wallet).orElseThrow())
                .isIn(new LinkedBank(OPAY, true, clock.instant()), new LinkedBank(MTN, false, clock.instant()));
    }

    @Test
    void refusesABankForAWalletThatDoesNotExist() {
        WalletId nobody = new WalletId(ids.next());

        assertThatThrownBy(() -> destinations.link(nobody, OPAY, Optional.empty()))
                .hasMessageContaining("wallet_bank_wallet");
    }

    private Wallet wallet(Tenant owner, String label) {
        return wallet(db.transact(tx -> generate(tx, owner, label)));
    }

    private static Wallet wallet(Generation generation) {
        return switch (generation) {
            case Generation.Generated generated -> generated.wallet();
            case Generation.LabelTaken taken -> throw new AssertionError("taken");
        };
    }

    private Generation generate(Transaction tx, Tenant owner, String label) {
        return wallets.generate(tx, owner, asset(), new Label(label));
    }

    private Optional<LinkedBank> linked(WalletId wallet) {
        return Optional.ofNullable(destinations.of(List.of(wallet)).get(wallet));
    }

    private Map<Tenant, Destination> businessWide(Tenant... tenants) {
        return db.transact(tx -> destinations.businessWide(tx, List.of(tenants)));
    }

    private Map<WalletId, Target> targets(Wallet... of) {
        return db.transact(tx -> destinations.targets(tx, List.of(of)));
    }

    private Asset asset() {
        return new Asset(
                new AssetId(ids.next()),
                new AssetCode("BTC_TEST"),
                Environment.DEVELOPMENT,
                "Bitcoin",
                "BTC",
                Network.BITCOIN,
                "BASE_ASSET",
                8,
                Optional.empty(),
                BigDecimal.TEN,
                BigDecimal.ONE,
                3,
                false,
                "",
                "");
    }
}
