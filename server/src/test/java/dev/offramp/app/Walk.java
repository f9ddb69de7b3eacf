package dev.offramp.app;

import dev.offramp.assets.Network;
import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.Fate;
import dev.offramp.db.ObjectId;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.MockTrade;
import dev.offramp.destinations.BankAccount;
import dev.offramp.lists.ListQuery;
import dev.offramp.money.Fiat;
import dev.offramp.outflows.Outflow;
import dev.offramp.payouts.NewPayout;
import dev.offramp.payouts.PayoutOrigin;
import dev.offramp.payouts.PayoutSnapshot;
import dev.offramp.payouts.PayoutStatus;
import dev.offramp.payouts.SavedBankId;
import dev.offramp.tenancy.Environment;
import dev.offramp.wallets.Wallet;
import dev.offramp.withdrawals.Asked;
import dev.offramp.withdrawals.FeeLevel;
import dev.offramp.withdrawals.NewWithdrawal;
import dev.offramp.withdrawals.WithdrawalOrigin;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A random walk of one business over a midnight: whatever can happen to deposits and what leaves, in an order that a
/// seed decides.
final class Walk {

    private static final ChainId SOLANA = new ChainId(Environment.DEVELOPMENT, Network.SOLANA);
    private static final List<String> AMOUNTS = List.of("20", "31", "49.99", "50", "59", "120.5", "400");
    private static final List<String> ACCOUNTS = List.of("0123456789", "0123450001", "0123450002", "0123450003");
    private static final List<String> PAYEES =
            List.of("0x1111111111111111111111111111111111111111", "0x000000000000000000000000000000000000dEaD");

    private final Stage stage;
    private final Random random;
    private final List<Wallet> wallets = new ArrayList<>();
    private final List<DepositId> deposits = new ArrayList<>();
    private int count;

    Walk(Stage stage, long seed) {
        this.stage = stage;
        this.random = new Random(seed);
        stage.clock.advance(Duration.ofHours(14).plusMinutes(59).plusSeconds(30));
        for (String account : ACCOUNTS) {
            wallets.add(stage.settlingWallet("settles-" + account, account));
        }
        wallets.add(stage.wallet("stays"));
        wallets.add(stage.wallet("stays-too"));
    }

    void steps(int steps) {
        begin();
        for (int i = 0; i < steps; i++) {
            step();
            stage.blocks(1 + random.nextInt(3));
        }
        loseWhatWasCredited();
        decideIncidents();
        stage.blocks(20);
    }

    private void loseWhatWasCredited() {
        deposit(wallets.getFirst(), "59");
        deposit(wallets.getLast(), "20");
        stage.blocks(7);
        stage.platform.sandbox().reorg(Network.SOLANA, 8, new Fate.Dropped());
        stage.blocks(5);
    }

    /// What every walk has in it.
    private void begin() {
        stage.platform.db().run(tx -> stage.platform.tenancy().setReceiveCurrency(tx, stage.tenant, Fiat.USD));
        deposit(wallets.getFirst(), "59");
        deposit(wallets.getLast(), "400");
        stage.blocks(7);
        send(PAYEES.getFirst());
        takeBack();
        stage.blocks(3);
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> deposit();
            case 5 -> withdraw();
            case 6 -> send(pick(PAYEES));
            case 7 -> convert();
            case 8 -> completeFlagged();
            case 9 -> takeBack();
            case 10 -> leaveTheChain();
            default -> changeReceiveCurrency();
        }
    }

    private void deposit() {
        deposit(pick(wallets), pick(AMOUNTS));
    }

    private void deposit(Wallet wallet, String usdc) {
        BigDecimal amount = new BigDecimal(usdc);
        String name = "walk-" + count++;
        MockTrade trade = new MockTrade(
                wallet.address(), Stage.USDC, amount, amount, name, new TxHash(name), Optional.empty(), 1);
        deposits.add(((MockTrade.Outcome.Queued) stage.platform.deposits().mock(stage.tenant, trade)).id());
    }

    private void withdraw() {
        var account = new BankAccount("25", "OPay", pick(ACCOUNTS), "ADA OBI", Fiat.NGN, Optional.empty());
        var origin =
                new PayoutOrigin.Withdrawal(new SavedBankId(stage.platform.ids().next()), Optional.empty());
        NewPayout wish = new NewPayout(stage.tenant, origin, Fiat.NGN.money("1000.00"), account);
        stage.platform.db().run(tx -> stage.platform.payouts().place(tx, List.of(wish)));
    }

    private void send(String payee) {
        NewWithdrawal wish = new NewWithdrawal(
                stage.tenant,
                new WithdrawalOrigin.Request(Optional.empty()),
                Token.USDT,
                TokenNetwork.ERC20,
                payee,
                new Asked.Dollars(Fiat.USD.money(10 + count++ + ".00")),
                FeeLevel.MEDIUM);
        stage.platform.db().run(tx -> stage.platform.withdrawals().place(tx, List.of(wish)));
    }

    private void convert() {
        stage.platform.db().run(tx -> {
            if (random.nextBoolean()) {
                stage.platform.conversions().sellDollars(tx, stage.tenant, new BigDecimal("7.77"), Fiat.NGN);
            } else {
                stage.platform.conversions().buyDollars(tx, stage.tenant, new BigDecimal("50000.01"), Fiat.NGN);
            }
        });
    }

    private void completeFlagged() {
        deposits.forEach(deposit -> {
            if (random.nextInt(4) == 0) {
                stage.platform.deposits().complete(deposit);
            }
        });
    }

    private void takeBack() {
        List<PayoutSnapshot> completed = payouts().stream()
                .filter(payout -> payout.status() == PayoutStatus.COMPLETED)
                .toList();
        if (!completed.isEmpty()) {
            stage.platform.payouts().takeBack(pick(completed).id(), "recalled");
        }
    }

    private List<PayoutSnapshot> payouts() {
        return stage
                .platform
                .db()
                .transact(tx -> stage.platform.outflows().list().page(tx, stage.tenant, ListQuery.page(1, 200)))
                .items()
                .stream()
                .flatMap(outflow -> outflow instanceof Outflow.ToBank(var payout)
                        ? List.of(payout).stream()
                        : List.<PayoutSnapshot>of().stream())
                .toList();
    }

    private void leaveTheChain() {
        stage.platform.sandbox().reorg(Network.SOLANA, 1 + random.nextInt(9), new Fate.Dropped());
        stage.blocks(6);
        if (random.nextBoolean()) {
            for (int i = 0; i < count; i++) {
                stage.platform.sandbox().rebroadcast(new TxHash("walk-" + i));
            }
        }
        decideIncidents();
    }

    private void decideIncidents() {
        stage.blocks(4);
        stage.platform.deposits().incidents().forEach(incident -> {
            stage.platform.deposits().dismiss(incident.deposit(), "walk");
            stage.platform.deposits().correct(incident.deposit(), "walk");
        });
        stage.platform.deposits().resume(SOLANA);
    }

    private void changeReceiveCurrency() {
        Fiat currency = pick(List.of(Fiat.values()));
        stage.platform.db().run(tx -> {
            stage.platform.tenancy().setReceiveCurrency(tx, stage.tenant, currency);
            stage.platform.tenancy().setMarkup(tx, stage.tenant, new BigDecimal(random.nextInt(3)));
        });
    }

    /// The deposits there were.
    List<ObjectId> deposits() {
        return deposits.stream().map(DepositId::value).toList();
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
