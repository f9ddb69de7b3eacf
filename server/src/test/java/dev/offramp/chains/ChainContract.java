package dev.offramp.chains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.chains.ChainDriver.Payment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every adapter of [Chain] keeps. An adapter's test extends this and says how to drive its chain.
public abstract class ChainContract {

    private static final TxHash NEVER_SENT = new TxHash("0x" + "5e".repeat(32));
    private static final BigInteger UNITS = new BigInteger("1500000");
    private static final int ALL = 1000;

    private ChainDriver driver;
    private Chain chain;

    /// A chain of its own for one test, with at least one block.
    protected abstract ChainDriver open();

    @BeforeEach
    void start() {
        driver = open();
        chain = driver.chain();
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void endsAtItsTip() {
        driver.mine(3);
        BlockRef tip = chain.tip();

        assertThat(chain.at(tip.height())).contains(tip);
        assertThat(chain.at(tip.height() + 1)).isEmpty();
        assertThat(chain.blocksFrom(tip.height() + 1, ALL)).isEmpty();
    }

    @Test
    void growsByWhatIsMined() {
        long before = chain.tip().height();

        driver.mine(4);

        assertThat(chain.tip().height()).isEqualTo(before + 4);
    }

    @Test
    void linksEachBlockToTheOneBelow() {
        BlockRef first = chain.tip();
        driver.mine(6);

        List<ChainBlock> blocks = chain.blocksFrom(first.height() + 1, ALL);

        assertThat(blocks).hasSize(6);
        BlockRef below = first;
        for (ChainBlock block : blocks) {
            assertThat(block.ref().height()).isEqualTo(below.height() + 1);
            assertThat(block.parent()).isEqualTo(below.hash());
            assertThat(chain.at(block.ref().height())).contains(block.ref());
            below = block.ref();
        }
        assertThat(below).isEqualTo(chain.tip());
    }

    @Test
    void answersNoMoreBlocksThanAskedFor() {
        long from = chain.tip().height() + 1;
        driver.mine(5);

        assertThat(chain.blocksFrom(from, 2))
                .extracting(block -> block.ref().height())
                .containsExactly(from, from + 1);
    }

    @Test
    void tellsTheSameBlockTheSameWayEachTime() {
        long from = chain.tip().height() + 1;
        driver.send(List.of(coins(driver.newAddress()), tokens(driver.newAddress())));
        driver.mine(2);

        assertThat(chain.blocksFrom(from, ALL))
                .isEqualTo(chain.blocksFrom(from, ALL))
                .isEqualTo(List.of(
                        chain.blocksFrom(from, 1).getFirst(),
                        chain.blocksFrom(from + 1, 1).getFirst()));
    }

    @Test
    void neverGoesBackInTime() {
        long from = chain.tip().height();
        driver.mine(4);

        assertThat(chain.blocksFrom(from, ALL)).extracting(ChainBlock::minedAt).isSorted();
    }

    @Test
    void reportsACoinTransferInTheBlockThatHoldsIt() {
        Address recipient = driver.newAddress();
        long height = chain.tip().height() + 1;
        TxHash tx = driver.send(List.of(coins(recipient)));
        driver.mine(2);

        assertThat(to(recipient, height, 1)).singleElement().satisfies(transfer -> {
            assertThat(transfer.tx()).isEqualTo(tx);
            assertThat(transfer.contract()).isEmpty();
            assertThat(transfer.units()).isEqualTo(UNITS);
        });
        assertThat(to(recipient, height + 1, ALL)).isEmpty();
    }

    @Test
    void namesTheContractOfATokenTransfer() {
        Address recipient = driver.newAddress();
        long height = chain.tip().height() + 1;
        TxHash tx = driver.send(List.of(tokens(recipient)));
        driver.mine(1);

        assertThat(to(recipient, height, ALL)).singleElement().satisfies(transfer -> {
            assertThat(transfer.tx()).isEqualTo(tx);
            assertThat(transfer.contract().map(Address::value))
                    .isEqualTo(driver.token().contract());
            assertThat(transfer.units()).isEqualTo(UNITS);
        });
    }

    @Test
    void tellsEveryPaymentOfOneTransactionApart() {
        Address one = driver.newAddress();
        Address other = driver.newAddress();
        long height = chain.tip().height() + 1;
        TxHash tx = driver.send(List.of(coins(one), coins(other), coins(one)));
        driver.mine(1);

        List<Transfer> all = new ArrayList<>(to(one, height, ALL));
        all.addAll(to(other, height, ALL));
        assertThat(all).hasSize(3).allMatch(transfer -> transfer.tx().equals(tx));
        assertThat(all).extracting(Transfer::position).doesNotHaveDuplicates();
        assertThat(all).extracting(Transfer::units).containsOnly(UNITS);
    }

    @Test
    void reportsNothingOfATransactionThatFailed() {
        Address recipient = driver.newAddress();
        long height = chain.tip().height() + 1;
        driver.sendFailing(coins(recipient));
        driver.sendFailing(tokens(recipient));
        driver.mine(1);

        assertThat(to(recipient, height, ALL)).isEmpty();
    }

    @Test
    void changesEveryHashAboveTheForkAndNoneBelow() {
        driver.mine(5);
        BlockRef tip = chain.tip();
        BlockRef fork = chain.at(tip.height() - 2).orElseThrow();

        driver.reorg(2, Set.of());

        assertThat(chain.tip().height()).isGreaterThan(tip.height());
        assertThat(chain.at(fork.height())).contains(fork);
        assertThat(chain.at(tip.height())).isPresent().isNotEqualTo(Optional.of(tip));
        assertThat(chain.blocksFrom(fork.height() + 1, 1).getFirst().parent()).isEqualTo(fork.hash());
    }

    @Test
    void keepsATransfersIdentityWhenItMovesToAnotherBlock() {
        Address recipient = driver.newAddress();
        long from = chain.tip().height() + 1;
        TxHash tx = driver.send(List.of(coins(recipient), tokens(recipient), coins(recipient)));
        driver.mine(2);
        List<Transfer> before = to(recipient, from, ALL);
        TxStatus statusBefore = status(tx);

        driver.reorg(2, Set.of(tx));

        assertThat(before).hasSize(3);
        assertThat(to(recipient, from, ALL)).isEqualTo(before);
        assertThat(status(tx)).isInstanceOf(TxStatus.Mined.class).isNotEqualTo(statusBefore);
    }

    @Test
    void forgetsWhatAReorganisationRemoved() {
        Address recipient = driver.newAddress();
        long from = chain.tip().height() + 1;
        TxHash tx = driver.send(List.of(tokens(recipient)));
        driver.mine(2);
        assertThat(to(recipient, from, ALL)).hasSize(1);

        driver.reorg(2, Set.of());

        assertThat(to(recipient, from, ALL)).isEmpty();
        assertThat(status(tx)).isNotInstanceOf(TxStatus.Mined.class);
    }

    @Test
    void saysWhichBlockHoldsATransaction() {
        long height = chain.tip().height() + 1;
        TxHash tx = driver.send(List.of(coins(driver.newAddress())));
        assertThat(status(tx)).isEqualTo(new TxStatus.Waiting());

        driver.mine(3);

        assertThat(status(tx)).isEqualTo(new TxStatus.Mined(chain.at(height).orElseThrow()));
    }

    @Test
    void answersForEachTransactionAskedAbout() {
        TxHash mined = driver.send(List.of(coins(driver.newAddress())));
        driver.mine(1);

        Map<TxHash, TxStatus> statuses = chain.statuses(Set.of(mined, NEVER_SENT));

        assertThat(statuses).containsOnlyKeys(mined, NEVER_SENT);
        assertThat(statuses.get(NEVER_SENT)).isEqualTo(new TxStatus.Unknown());
        assertThat(chain.statuses(Set.of())).isEmpty();
    }

    @Test
    void reportsLaterJustWhatItSaidWasWaiting() {
        Address recipient = driver.newAddress();
        long from = chain.tip().height() + 1;
        driver.send(List.of(coins(recipient), tokens(recipient)));
        List<Transfer> waiting = chain.waiting();

        driver.mine(1);

        assertThat(to(recipient, from, ALL)).hasSize(2).containsAll(waiting);
        assertThat(chain.waiting()).isEmpty();
    }

    @Test
    void trustsItsOwnAssets() {
        assertThat(chain.faults(List.of(driver.coin(), driver.token()))).isEmpty();
    }

    private Payment coins(Address recipient) {
        return new Payment(driver.coin(), recipient, UNITS);
    }

    private Payment tokens(Address recipient) {
        return new Payment(driver.token(), recipient, UNITS);
    }

    private TxStatus status(TxHash tx) {
        return chain.statuses(Set.of(tx)).get(tx);
    }

    private List<Transfer> to(Address recipient, long height, int max) {
        return chain.blocksFrom(height, max).stream()
                .flatMap(block -> block.transfers().stream())
                .filter(transfer -> transfer.recipient().equals(recipient))
                .toList();
    }
}
