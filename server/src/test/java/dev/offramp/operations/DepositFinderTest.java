package dev.offramp.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.app.Platform;
import dev.offramp.app.Stage;
import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.Chain;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.NewTransaction;
import dev.offramp.chains.simulated.Output;
import dev.offramp.deposits.Deposit;
import dev.offramp.tenancy.Environment;
import dev.offramp.wallets.Wallet;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What became of a transfer, by its transaction, its recipient or its block.
class DepositFinderTest {

    private static final ChainId SOLANA = new ChainId(Environment.DEVELOPMENT, Network.SOLANA);
    private static final Address STRANGER = new Address("Hh8QwFUA6MtVu1qAoq12ucvFHNwCcVTV7hpWjeY1Hztb");

    private final Stage stage = new Stage();
    private final DepositFinder finder = finder(chains());
    private final Wallet wallet = stage.wallet("ada");

    @BeforeEach
    void begin() {
        stage.blocks(1);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void saysWhoseAnAddressIsAndWhatArrivedThere() {
        pay(wallet.address(), "60");
        pay(wallet.address(), "70");
        stage.blocks(1);

        Found found = finder.find("  " + wallet.address().value() + "\n");

        assertThat(found).isInstanceOfSatisfying(Found.OurAddress.class, ours -> {
            assertThat(ours.owners()).containsExactly(new Found.Owner(wallet, Optional.of("m/44'/501'/1'/0'")));
            assertThat(ours.transfers().deposits()).hasSize(2);
        });
    }

    @Test
    void saysOfATransactionWhatWeRecorded() {
        TxHash tx = pay(wallet.address(), "60");
        stage.blocks(1);

        assertThat(finder.find(tx.value())).isInstanceOfSatisfying(Found.KnownTransaction.class, known -> {
            assertThat(known.transfers().deposits())
                    .singleElement()
                    .extracting(Deposit::wallet)
                    .isEqualTo(wallet.id());
            assertThat(known.sent()).isEmpty();
        });
    }

    @Test
    void asksTheChainsAboutATransactionThatWeDoNotKnow() {
        TxHash tx = pay(STRANGER, "60");
        assertThat(solana(tx))
                .isInstanceOfSatisfying(
                        Found.ChainAnswer.class,
                        answer -> assertThat(answer.standing()).isEqualTo(new Found.Standing.Waiting()));
        stage.blocks(1);

        Found.ChainAnswer answer = solana(tx);

        assertThat(answer.standing()).isEqualTo(new Found.Standing.InBlock());
        assertThat(answer.block()).isPresent();
        assertThat(answer.transfers()).singleElement().satisfies(transfer -> {
            assertThat(transfer.reason()).isEqualTo(Transferred.Reason.FOREIGN_RECIPIENT);
            assertThat(transfer.transfer().recipient()).isEqualTo(STRANGER);
            assertThat(transfer.asset()).isPresent();
            assertThat(transfer.owner()).isEmpty();
        });
    }

    @Test
    void saysThatABlockHasNotBeenReadYet() {
        pauseSolana();
        TxHash tx = pay(wallet.address(), "60");
        stage.blocks(1);

        assertThat(solana(tx).transfers()).singleElement().satisfies(transfer -> {
            assertThat(transfer.reason()).isEqualTo(Transferred.Reason.NOT_READ_YET);
            assertThat(transfer.owner()).contains(wallet);
        });
    }

    @Test
    void saysThatABlockLiesBeforeTheFirstOneThatWasRead() {
        TxHash tx = pay(wallet.address(), "60");
        stage.blocks(1);
        forget();

        assertThat(solana(tx).transfers())
                .singleElement()
                .satisfies(
                        transfer -> assertThat(transfer.reason()).isEqualTo(Transferred.Reason.BEFORE_THE_FIRST_BLOCK));
    }

    @Test
    void saysThatATransferShouldHaveBeenRecorded() {
        TxHash tx = pay(wallet.address(), "60");
        stage.blocks(1);
        stage.platform.db().run(tx0 -> tx0.sql().execute("DELETE FROM deposit"));

        assertThat(solana(tx).transfers())
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.reason()).isEqualTo(Transferred.Reason.NOT_RECORDED));
        assertThat(finder.find(SOLANA, 0, 50).unrecorded())
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.transfer().tx()).isEqualTo(tx));
    }

    @Test
    void saysThatATokenIsUnknown() {
        pauseSolana();
        TxHash tx = send(new Output(wallet.address(), Optional.of(new Address("Worthless")), BigInteger.TEN));
        stage.blocks(1);
        assertThat(solana(tx).transfers())
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.asset()).isEmpty());
        resumeSolana();
        stage.blocks(1);
        stage.platform.db().run(tx0 -> tx0.sql().execute("DELETE FROM arrival"));

        assertThat(solana(tx).transfers())
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.reason()).isEqualTo(Transferred.Reason.UNKNOWN_TOKEN));
    }

    @Test
    void saysThatNoChainKnowsATransaction() {
        assertThat(finder.find("nobody's")).isInstanceOfSatisfying(Found.UnknownTransaction.class, unknown -> {
            assertThat(unknown.answers()).hasSize(Network.values().length);
            assertThat(unknown.answers()).allMatch(answer -> answer.standing().equals(new Found.Standing.Unknown()));
        });
    }

    @Test
    void tellsAStrangersAddressFromOursAndFromAHotWallets() {
        Address hot = stage.platform.withdrawals().hotWallets().stream()
                .filter(its -> its.chain().equals(SOLANA))
                .findFirst()
                .orElseThrow()
                .address();

        assertThat(finder.find(STRANGER.value())).isEqualTo(new Found.ForeignAddress(STRANGER));
        assertThat(finder.find(hot.value())).isEqualTo(new Found.HotWalletAddress(hot, List.of(SOLANA)));
    }

    @Test
    void findsNothingInWhatCannotBeAsked() {
        assertThat(finder.find("  ")).isEqualTo(new Found.Nothing());
        assertThat(finder.find("a\u0007b")).isEqualTo(new Found.Nothing());
        assertThat(finder.find("x".repeat(101))).isEqualTo(new Found.Nothing());
    }

    @Test
    void findsWhatLiesInBlocks() {
        pay(wallet.address(), "60");
        stage.blocks(1);

        Found.Blocks found = finder.find(SOLANA, 0, 99);

        assertThat(found.transfers().deposits()).hasSize(1);
        assertThat(found.unrecorded()).isEmpty();
        assertThat(found.answer()).isEqualTo(Found.Asking.ASKED);
        assertThat(finder.find(SOLANA, 0, 100).answer()).isEqualTo(Found.Asking.TOO_MANY);
        assertThat(finder(List.of()).find(SOLANA, 0, 1).answer()).isEqualTo(Found.Asking.NOT_FOLLOWED);
    }

    private Found.ChainAnswer solana(TxHash tx) {
        return ((Found.UnknownTransaction) finder.find(tx.value()))
                .answers().stream()
                        .filter(answer -> answer.chain().equals(SOLANA))
                        .findFirst()
                        .orElseThrow();
    }

    private TxHash pay(Address recipient, String usdc) {
        BigInteger units = new BigDecimal(usdc).movePointRight(6).toBigIntegerExact();
        return send(Output.of(recipient, stage.asset(wallet.asset()), units));
    }

    private TxHash send(Output output) {
        return stage.platform.sandbox().send(NewTransaction.paying(Network.SOLANA, List.of(output)));
    }

    private void pauseSolana() {
        stage.platform.db().run(tx -> stage.platform.deposits().pause(tx, SOLANA, "why", "ada"));
    }

    private void resumeSolana() {
        stage.platform.db().run(tx -> stage.platform.deposits().endPause(tx, SOLANA));
    }

    /// As if reading had begun at the present tip.
    private void forget() {
        stage.platform.db().run(tx -> {
            tx.sql().execute("DELETE FROM deposit");
            tx.sql().execute("DELETE FROM chain_trail WHERE height < (SELECT max(height) FROM chain_trail)");
        });
    }

    private List<Chain> chains() {
        return Arrays.stream(Network.values())
                .map(stage.platform.sandbox()::chain)
                .toList();
    }

    private DepositFinder finder(List<Chain> chains) {
        Platform platform = stage.platform;
        return DepositFinder.create(
                new DepositFinder.Uses(
                        platform.db(),
                        platform.assets(),
                        platform.wallets(),
                        platform.deposits(),
                        platform.withdrawals()),
                chains);
    }
}
