package dev.offramp.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.TestDatabase;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Percent;
import dev.offramp.money.Rate;
import dev.offramp.rates.RateSetting.FarFromLast;
import dev.offramp.rates.RateSetting.OddRate;
import dev.offramp.rates.RateSetting.OddValidity;
import dev.offramp.rates.RateSetting.RateSet;
import dev.offramp.rates.RateSetting.UnknownPair;
import dev.offramp.tenancy.Environment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where rates come from (decisions 19 and 40).
class RatesTest {

    private static final TestDatabase TEST = TestDatabase.create();
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Pair NAIRA = Pair.dollarIn(Fiat.NGN);
    private static final Pair ETH = Pair.price("ETH");

    private final ManualClock clock = new ManualClock();
    private final Database db = TEST.database();
    private final Assets assets = Assets.create(clock, "", List.of());
    private final Rates rates = Rates.create(db, clock, assets);

    @BeforeEach
    void forgetEverything() {
        db.run(tx -> tx.sql().execute("TRUNCATE manual_rate, rate_spread"));
    }

    @AfterAll
    static void close() {
        TEST.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BTC_TEST                     | 100000
            ETH_TEST5                    | 3000
            USDT_TRX_TEST2               | 1
            SOL_USDC_JKVK                | 1
            USDC_BSC_TEST                | 1
            TRX_TEST                     | 0.1
            """)
    void pricesTheSandboxAtFixedRates(String code, String price) {
        assertThat(board(Environment.DEVELOPMENT).price(asset(code)))
                .contains(new Quote(Rate.of(price), "fixed", clock.instant()));
    }

    @Test
    void hasAPriceForEverySandboxAsset() {
        RateBoard board = board(Environment.DEVELOPMENT);

        assertThat(assets.list(Environment.DEVELOPMENT))
                .allSatisfy(asset ->
                        assertThat(board.price(asset)).as(asset.code().value()).isPresent());
    }

    @Test
    void convertsTheSandboxAtFixedRates() {
        RateBoard board = board(Environment.DEVELOPMENT);

        assertThat(board.sellRate(Fiat.NGN, Percent.ZERO).orElseThrow().rate()).isEqualByComparingTo(Rate.of("1605"));
        assertThat(board.sellRate(Fiat.GHS, Percent.ZERO).orElseThrow().rate()).isEqualByComparingTo(Rate.of("11.2"));
    }

    @Test
    void knowsNothingInProductionUntilToldSo() {
        RateBoard board = board(Environment.PRODUCTION);

        assertThat(assets.list(Environment.PRODUCTION))
                .allSatisfy(asset -> assertThat(board.price(asset)).isEmpty());
        assertThat(board.mid(Fiat.NGN)).isEmpty();
    }

    @Test
    void holdsAManualRateUntilItExpires() {
        set(ETH, "3000.25");
        Quote quote = new Quote(Rate.of("3000.25"), "manual", clock.instant());

        clock.advance(HOUR.minusNanos(1000));
        assertThat(board(Environment.PRODUCTION).price(asset("ETH"))).contains(quote);
        clock.advance(Duration.ofNanos(1000));
        assertThat(board(Environment.PRODUCTION).price(asset("ETH"))).isEmpty();
        assertThat(board(Environment.DEVELOPMENT)
                        .price(asset("ETH_TEST5"))
                        .orElseThrow()
                        .source())
                .isEqualTo("fixed");
    }

    @Test
    void pricesACoinOnAllItsNetworksAtOnce() {
        set(Pair.price("USDC"), "0.9998");

        RateBoard board = board(Environment.PRODUCTION);
        for (String code : List.of("USDC", "SOL_USDC_PTHX", "USDC_BASECHAIN_ETH_5I5C")) {
            assertThat(board.price(asset(code)).orElseThrow().rate()).isEqualTo(Rate.of("0.9998"));
        }
        assertThat(board.price(asset("USDT_ERC20"))).isEmpty();
    }

    @Test
    void neverFallsBackToAnOlderRateThatWouldStillRun() {
        rates.set(NAIRA, new BigDecimal("1600"), Duration.ofDays(7), "ada", false);
        clock.advance(Duration.ofMinutes(1));
        rates.set(NAIRA, new BigDecimal("1610"), Duration.ofMinutes(5), "ada", false);

        clock.advance(Duration.ofMinutes(5));

        assertThat(board(Environment.PRODUCTION).mid(Fiat.NGN)).isEmpty();
    }

    @Test
    void hasNoRateOnceItIsWithdrawn() {
        ManualRate rate = set(NAIRA, "1600");
        clock.advance(Duration.ofMinutes(1));

        assertThat(withdraw(NAIRA)).isEqualTo(new RateWithdrawal.Withdrawn(rate));

        assertThat(board(Environment.PRODUCTION).mid(Fiat.NGN)).isEmpty();
        assertThat(withdraw(NAIRA)).isEqualTo(new RateWithdrawal.NoRateHolds());
        assertThat(withdraw(ETH)).isEqualTo(new RateWithdrawal.NoRateHolds());
        assertThat(rates.history(NAIRA))
                .singleElement()
                .satisfies(its ->
                        assertThat(its.withdrawal()).contains(new ManualRate.Withdrawal("bob", clock.instant())));
    }

    @Test
    void holdsTheNextRateAgainstOneThatWasWithdrawn() {
        set(NAIRA, "1600");
        withdraw(NAIRA);

        assertThat(rates.set(NAIRA, new BigDecimal("16"), Duration.ofHours(1), "ada", false))
                .isInstanceOf(RateSetting.FarFromLast.class);
        assertThat(rates.set(NAIRA, new BigDecimal("1610"), Duration.ofHours(1), "ada", false))
                .isInstanceOf(RateSetting.RateSet.class);
        assertThat(board(Environment.PRODUCTION).mid(Fiat.NGN)).isPresent();
    }

    @Test
    void saysOfEveryPairHowItStands() {
        ManualRate naira = set(NAIRA, "1600");
        ManualRate eth = set(ETH, "3000");
        ManualRate btc = ((RateSetting.RateSet) rates.set(
                        new Pair("BTC", Fiat.USD), new BigDecimal("100000"), Duration.ofSeconds(30), "ada", false))
                .rate();
        withdraw(ETH);
        clock.advance(Duration.ofSeconds(30));

        assertThat(standing(NAIRA))
                .isEqualTo(new QuotedPair.Standing.Fresh(quote(naira), Optional.of(naira.expiresAt())));
        assertThat(standing(ETH)).isEqualTo(new QuotedPair.Standing.Withdrawn(quote(eth), "bob", eth.setAt()));
        assertThat(standing(btc.pair())).isEqualTo(new QuotedPair.Standing.Expired(quote(btc), btc.expiresAt()));
        assertThat(standing(new Pair("SOL", Fiat.USD))).isEqualTo(new QuotedPair.Standing.Missing());
        assertThat(pairs(Environment.PRODUCTION)).hasSize(2 + 10).startsWith(NAIRA);
        assertThat(quoted(Environment.DEVELOPMENT)).allMatch(QuotedPair::isUsable);
        assertThat(pairs(Environment.DEVELOPMENT)).isEqualTo(pairs(Environment.PRODUCTION));
    }

    private List<Pair> pairs(Environment environment) {
        return quoted(environment).stream().map(QuotedPair::pair).toList();
    }

    private List<QuotedPair> quoted(Environment environment) {
        return db.transact(tx -> rates.quotedPairs(tx, environment));
    }

    private static Quote quote(ManualRate rate) {
        return new Quote(rate.rate(), "manual", rate.setAt());
    }

    private QuotedPair.Standing standing(Pair pair) {
        return quoted(Environment.PRODUCTION).stream()
                .filter(quoted -> quoted.pair().equals(pair))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    private RateWithdrawal withdraw(Pair pair) {
        return db.transact(tx -> rates.withdraw(tx, pair, "bob"));
    }

    @Test
    void keepsEveryRateThatWasEverSet() {
        ManualRate first = set(NAIRA, "1600");
        clock.advance(Duration.ofMinutes(1));
        ManualRate second = set(NAIRA, "1610");

        assertThat(rates.history(NAIRA))
                .containsExactly(
                        second,
                        new ManualRate(
                                NAIRA,
                                first.rate(),
                                first.setAt(),
                                first.expiresAt(),
                                "ada",
                                Optional.of(clock.instant()),
                                Optional.empty()));
        assertThat(rates.manualRates()).containsExactly(second);
        assertThat(rates.history(ETH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # last  | next       | forced | taken
            3000    | 3600       | false  | true
            3000    | 3600.01    | false  | false
            3000    | 2400       | false  | true
            3000    | 2399.99    | false  | false
            3000    | 300000     | true   | true
            3000    | 1          | true   | true
            """)
    void wantsAJumpOfMoreThanAFifthForced(String last, BigDecimal next, boolean forced, boolean taken) {
        ManualRate before = set(ETH, last);
        clock.advance(Duration.ofDays(100));

        RateSetting outcome = rates.set(ETH, next, HOUR, "ada", forced);

        if (taken) {
            assertThat(outcome).isInstanceOf(RateSet.class);
        } else {
            assertThat(outcome).isEqualTo(new FarFromLast(before));
        }
        assertThat(board(Environment.PRODUCTION).price(asset("ETH")).isPresent())
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ETH  | USD | 0                | above zero
            ETH  | USD | -1               | above zero
            ETH  | USD | 0.0000000001     | between
            ETH  | USD | 1000000000.1     | between
            ETH  | USD | 1E+100           | between
            ETH  | USD | 3000.1234567890123 | decimals
            USD  | NGN | 0.09             | between
            USD  | NGN | 1000001          | between
            USD  | GHS | 0                | above zero
            """)
    void refusesOddRatesEvenWhenForced(String base, String quote, BigDecimal rate, String reason) {
        RateSetting outcome = rates.set(Pair.parse(base, quote).orElseThrow(), rate, HOUR, "ada", true);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        OddRate.class, odd -> assertThat(odd.reason()).contains(reason));
        assertThat(rates.manualRates()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H", "PT0.999S", "P31DT1S"})
    void refusesRatesForNoTimeOrForTooLong(Duration validFor) {
        assertThat(rates.set(ETH, BigDecimal.valueOf(3000), validFor, "ada", true))
                .isEqualTo(new OddValidity(Duration.ofSeconds(1), Duration.ofDays(31)));
    }

    @Test
    void refusesCoinsTheCatalogueHasNot() {
        Pair pair = Pair.parse("XMR", "usd").orElseThrow();

        assertThat(rates.set(pair, BigDecimal.TEN, HOUR, "ada", true)).isEqualTo(new UnknownPair(pair));
    }

    @ParameterizedTest
    @CsvSource({"USD, USD", "NGN, USD", "ETH, NGN", "NGN, GHS", "ETH, EUR", "USD, ETH"})
    void readsNoOtherPairs(String base, String quote) {
        assertThat(Pair.parse(base, quote)).isEmpty();
    }

    @Test
    void readsPairsInAnyCase() {
        assertThat(Pair.parse("eth", "usd")).contains(ETH);
        assertThat(Pair.parse("usd", "ngn")).contains(NAIRA);
    }

    @Test
    void leavesOneLastRateWhenManyAreSetAtOnce() throws InterruptedException {
        Queue<RateSetting> outcomes = new ConcurrentLinkedQueue<>();
        List<Thread> operators = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            BigDecimal rate = BigDecimal.valueOf(1600 + i);
            operators.add(Thread.ofVirtual().start(() -> outcomes.add(rates.set(NAIRA, rate, HOUR, "ada", false))));
        }
        for (Thread operator : operators) {
            operator.join();
        }

        assertThat(outcomes).hasSize(20).allMatch(RateSet.class::isInstance);
        assertThat(rates.manualRates()).hasSize(1);
        assertThat(rates.history(NAIRA)).hasSize(20);
    }

    @Test
    void takesTheOperatorsSpreadInItsEnvironmentOnly() {
        set(NAIRA, "1600");

        rates.setSpread(Environment.PRODUCTION, Fiat.NGN, new BigDecimal("5"));
        rates.setSpread(Environment.PRODUCTION, Fiat.NGN, new BigDecimal("0.5"));

        assertThat(naira(Environment.PRODUCTION)).isEqualTo("1592.00");
        assertThat(naira(Environment.DEVELOPMENT)).isEqualTo("1605.00");
    }

    @ParameterizedTest
    @CsvSource({
        "NGN, 0, true",
        "NGN, 20, true",
        "GHS, 0.0001, true",
        "NGN, 20.1, false",
        "NGN, -1, false",
        "GHS, 0.00001, false"
    })
    void takesSpreadsUpToTwentyPercent(Fiat currency, BigDecimal percent, boolean taken) {
        SpreadSetting outcome = rates.setSpread(Environment.PRODUCTION, currency, percent);

        assertThat(outcome instanceof SpreadSetting.SpreadSet).isEqualTo(taken);
    }

    @Test
    void takesNoSpreadOnDollars() {
        assertThat(rates.setSpread(Environment.PRODUCTION, Fiat.USD, BigDecimal.ONE))
                .isEqualTo(new SpreadSetting.NoSpreadOnDollars());
    }

    private ManualRate set(Pair pair, String rate) {
        return ((RateSet) rates.set(pair, new BigDecimal(rate), HOUR, "ada", false)).rate();
    }

    private String naira(Environment environment) {
        return board(environment)
                .sellRate(Fiat.NGN, Percent.ZERO)
                .orElseThrow()
                .rate()
                .value()
                .toPlainString();
    }

    private RateBoard board(Environment environment) {
        return db.transact(tx -> rates.board(tx, environment));
    }

    private Asset asset(String code) {
        return assets.find(new AssetCode(code)).orElseThrow();
    }
}
