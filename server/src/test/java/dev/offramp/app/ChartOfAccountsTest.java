package dev.offramp.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Network;
import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.conversions.ConversionOutcome;
import dev.offramp.deposits.DepositId;
import dev.offramp.destinations.BankAccount;
import dev.offramp.ledger.Account;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.NewPayout;
import dev.offramp.payouts.PayoutOrigin;
import dev.offramp.payouts.SavedBankId;
import dev.offramp.wallets.Wallet;
import dev.offramp.withdrawals.Asked;
import dev.offramp.withdrawals.FeeLevel;
import dev.offramp.withdrawals.NewWithdrawal;
import dev.offramp.withdrawals.WithdrawalOrigin;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The chart of accounts case by case: every posting there is, in order, and what is held.
class ChartOfAccountsTest {

    private static final String POSTINGS = """
            SELECT payer.kind AS payer, payee.kind AS payee, payee.asset, posting.units
            FROM posting
            JOIN account payer ON payer.id = posting.from_account
            JOIN account payee ON payee.id = posting.to_account
            WHERE posting.id > :after
            ORDER BY posting.id
            """;

    private static final String HELD = """
            SELECT 'tenant' AS payer, hold.state AS payee, account.asset, hold.units
            FROM hold JOIN account ON account.id = hold.account
            WHERE :after = 0
            ORDER BY placed_at
            """;

    private static final String COINS = Stage.USDC.value();
    private static final String PAYEE = "0x1111111111111111111111111111111111111111";
    private static final String DEAD = "0x000000000000000000000000000000000000dEaD";

    private final Stage stage = new Stage();
    private Supplier<Map<AssetCode, Money>> railPaid = stage.rail::paid;

    @AfterEach
    void close() {
        assertThat(SandboxTruth.reconciliation(stage.platform, railPaid).faults())
                .isEmpty();
        stage.close();
    }

    @Test
    void booksADepositInNairaWithItsMarkupAndItsSettlement() {
        stage.platform.db().run(tx -> stage.platform.tenancy().setMarkup(tx, stage.tenant, BigDecimal.ONE));

        stage.mock(stage.settlingWallet("ada", "0123456789"), "59");
        stage.blocks(8);

        assertThat(postings(0))
                .containsExactly(
                        "custody > liquidity 59 " + COINS,
                        "liquidity > tenant 93279.31 NGN",
                        "liquidity > tenant 946.95 NGN",
                        "liquidity > fees 468.74 NGN",
                        "tenant > rail 93229 NGN",
                        "tenant > fees 50 NGN");
        assertThat(held()).containsExactly("tenant > posted 93279 NGN");
        assertThat(available(Fiat.NGN)).isEqualTo("947.26");
    }

    @Test
    void booksADepositInDollarsWithoutMarkup() {
        receiveDollars();
        stage.platform.db().run(tx -> stage.platform.tenancy().setMarkup(tx, stage.tenant, BigDecimal.ONE));

        stage.mock(stage.wallet("ada"), "59");
        stage.blocks(5);

        assertThat(postings(0))
                .containsExactly(
                        "custody > liquidity 59 " + COINS, "liquidity > tenant 58.7 USD", "liquidity > fees 0.3 USD");
    }

    @Test
    void holdsAFlaggedDepositInSuspenseUntilItsTopUp() {
        Wallet wallet = stage.wallet("ada");
        stage.mock(wallet, "25");
        stage.blocks(5);
        assertThat(postings(0)).containsExactly("custody > suspense 25 " + COINS);
        long flagged = last();

        stage.mock(wallet, "50");
        stage.blocks(5);

        assertThat(postings(flagged))
                .containsExactly(
                        "custody > liquidity 50 " + COINS,
                        "liquidity > tenant 79848.75 NGN",
                        "liquidity > fees 401.25 NGN",
                        "suspense > liquidity 25 " + COINS,
                        "liquidity > tenant 39924.37 NGN",
                        "liquidity > fees 200.63 NGN");
    }

    @Test
    void releasesTheHoldOfWhatIsRejectedAndPostsNothing() {
        credit();
        long before = last();

        withdraw("0123450001");

        assertThat(postings(before)).isEmpty();
        assertThat(held()).containsExactly("tenant > released 1000 NGN");
    }

    @Test
    void releasesTheHoldOfWhatIsReversedWhileItIsProcessed() {
        credit();
        long before = last();

        withdraw("0123450002");

        assertThat(postings(before)).isEmpty();
        assertThat(held()).containsExactly("tenant > released 1000 NGN");
    }

    @Test
    void paysBackWhatIsReversedAfterItWasCompleted() {
        DepositId deposit = stage.mock(stage.settlingWallet("obi", "0123456789"), "59");
        stage.blocks(8);
        long before = last();

        stage.platform
                .payouts()
                .find(stage.tenant, stage.withdrawal(deposit))
                .ifPresent(payout -> stage.platform.payouts().takeBack(payout.id(), "recalled"));

        assertThat(postings(before)).containsExactly("rail > tenant 94171 NGN", "fees > tenant 50 NGN");
        // The sandbox's rail takes nothing back by itself.
        railPaid = Map::of;
    }

    @Test
    void booksAStablecoinWithdrawalWithItsFeeAndItsGas() {
        receiveDollars();
        credit();
        long before = last();

        send(PAYEE);

        assertThat(postings(before))
                .containsExactlyInAnyOrder(
                        "tenant > liquidity 20 USD",
                        "tenant > fees 5 USD",
                        "liquidity > custody 20 USDT_ETH_TEST5_WFZR",
                        gas());
        assertThat(held()).containsExactly("tenant > posted 25 USD");
    }

    @Test
    void booksTheGasOfASendingThatFailedAndNothingElse() {
        receiveDollars();
        credit();
        long before = last();

        send(DEAD);

        assertThat(postings(before)).containsExactly(gas());
        assertThat(held()).containsExactly("tenant > released 25 USD");
    }

    @Test
    void convertsThroughLiquidityInBothDirections() {
        receiveDollars();
        stage.mock(stage.wallet("ada"), "200");
        stage.blocks(5);
        long before = last();

        convertedToNaira("100");
        assertThat(postings(before)).containsExactly("tenant > liquidity 100 USD", "liquidity > tenant 160500 NGN");

        long sold = last();
        ConversionOutcome bought = stage.platform
                .db()
                .transact(tx ->
                        stage.platform.conversions().buyDollars(tx, stage.tenant, new BigDecimal("16050"), Fiat.NGN));
        assertThat(bought).isInstanceOf(ConversionOutcome.Converted.class);
        assertThat(postings(sold)).containsExactly("tenant > liquidity 16050 NGN", "liquidity > tenant 10 USD");
    }

    private void convertedToNaira(String usd) {
        ConversionOutcome sold = stage.platform
                .db()
                .transact(tx ->
                        stage.platform.conversions().sellDollars(tx, stage.tenant, new BigDecimal(usd), Fiat.NGN));
        assertThat(sold).isInstanceOf(ConversionOutcome.Converted.class);
    }

    private void receiveDollars() {
        stage.platform.db().run(tx -> stage.platform.tenancy().setReceiveCurrency(tx, stage.tenant, Fiat.USD));
    }

    private void credit() {
        stage.mock(stage.wallet("ada"), "100");
        stage.blocks(5);
    }

    private void withdraw(String accountNumber) {
        BankAccount account = new BankAccount("25", "OPay", accountNumber, "ADA OBI", Fiat.NGN, Optional.empty());
        NewPayout wish = new NewPayout(
                stage.tenant,
                new PayoutOrigin.Withdrawal(new SavedBankId(stage.platform.ids().next()), Optional.empty()),
                Fiat.NGN.money("1000.00"),
                account);
        stage.platform.db().run(tx -> stage.platform.payouts().place(tx, List.of(wish)));
        stage.blocks(5);
    }

    private void send(String address) {
        NewWithdrawal wish = new NewWithdrawal(
                stage.tenant,
                new WithdrawalOrigin.Request(Optional.empty()),
                Token.USDT,
                TokenNetwork.ERC20,
                address,
                new Asked.Dollars(Fiat.USD.money("20.00")),
                FeeLevel.MEDIUM);
        stage.platform.db().run(tx -> stage.platform.withdrawals().place(tx, List.of(wish)));
        stage.blocks(20);
    }

    private String gas() {
        BigInteger wei =
                stage.platform.db().transact(tx -> stage.platform.sandbox().gas(tx, Network.ETHEREUM));
        return "gas_cost > custody %s ETH_TEST5".formatted(shown("ETH_TEST5", new BigDecimal(wei)));
    }

    private String available(Fiat currency) {
        Account account = Account.tenant(stage.tenant, currency);
        return stage.platform
                .db()
                .transact(tx -> stage.platform.ledger().available(tx, List.of(account)))
                .get(account)
                .decimal(Fiat.SCALE)
                .toPlainString();
    }

    private long last() {
        return stage.platform
                .db()
                .transact(tx -> tx.sql()
                        .createQuery("SELECT coalesce(max(id), 0) FROM posting")
                        .mapTo(Long.class)
                        .one());
    }

    private List<String> held() {
        return rows(HELD, 0);
    }

    private List<String> postings(long after) {
        return rows(POSTINGS, after);
    }

    private List<String> rows(String sql, long after) {
        return stage.platform
                .db()
                .transact(tx -> tx.sql()
                        .createQuery(sql)
                        .bind("after", after)
                        .map((row, context) -> "%s > %s %s %s"
                                .formatted(
                                        row.getString("payer"),
                                        row.getString("payee"),
                                        shown(row.getString("asset"), row.getBigDecimal("units")),
                                        row.getString("asset")))
                        .list());
    }

    private String shown(String asset, BigDecimal units) {
        int decimals = stage.platform
                .assets()
                .find(new AssetCode(asset))
                .map(Asset::decimals)
                .orElse(Fiat.SCALE);
        return units.movePointLeft(decimals).stripTrailingZeros().toPlainString();
    }
}
