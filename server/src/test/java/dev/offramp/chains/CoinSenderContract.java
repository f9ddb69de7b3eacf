package dev.offramp.chains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.chains.CoinSender.Reception;
import dev.offramp.chains.CoinSender.Standing;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every adapter of [CoinSender] keeps. An adapter's test extends this and says how to drive its network.
public abstract class CoinSenderContract {

    private static final TxHash NEVER_SENT = new TxHash("0x" + "5e".repeat(32));

    private CoinSenderDriver driver;
    private CoinSender sender;

    /// A network of its own for one test.
    protected abstract CoinSenderDriver open();

    @BeforeEach
    void start() {
        driver = open();
        sender = driver.sender();
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void signsTheSameInputToTheSameTransactionInEveryProcess() {
        Payment payment = driver.payment(70);
        BigInteger price = sender.price(Optional.empty());

        SignedTransaction one = sender.sign(Optional.of(payment), 3, price);
        SignedTransaction other = driver.again().sign(Optional.of(payment), 3, price);

        assertThat(other.hash()).isEqualTo(one.hash());
        assertThat(other.bytes()).isEqualTo(one.bytes());
        assertThat(one.nonce()).isEqualTo(3);
        assertThat(one.price()).isEqualTo(price);
    }

    @Test
    void signsEveryOtherInputToAnotherTransaction() {
        Payment payment = driver.payment(70);
        BigInteger price = sender.price(Optional.empty());
        BigInteger higher = sender.price(Optional.of(price));

        assertThat(List.of(
                        sender.sign(Optional.of(payment), 0, price).hash(),
                        sender.sign(Optional.of(payment), 1, price).hash(),
                        sender.sign(Optional.of(payment), 0, higher).hash(),
                        sender.sign(Optional.of(driver.payment(70)), 0, price).hash(),
                        sender.sign(Optional.empty(), 0, price).hash()))
                .doesNotHaveDuplicates();
    }

    @Test
    void asksMoreForAReplacementThanWhatItReplaces() {
        BigInteger price = sender.price(Optional.empty());

        assertThat(price).isPositive();
        assertThat(sender.price(Optional.of(price))).isGreaterThan(price);
        assertThat(sender.price(Optional.of(price.multiply(BigInteger.TWO))))
                .isGreaterThan(price.multiply(BigInteger.TWO));
        assertThat(sender.costMax(price)).isGreaterThanOrEqualTo(price);
    }

    @Test
    void hasNoObjectionToAPaymentThatSucceeds() {
        Payment payment = driver.payment(70);

        assertThat(sender.objections(List.of(payment))).isEmpty();
        assertThat(sender.objections(List.of())).isEmpty();
    }

    @Test
    void paysOnceAndCountsTheNonce() {
        Payment payment = driver.payment(70);
        SignedTransaction signed = signed(payment, 0);
        assertThat(sender.nonce()).isZero();

        assertThat(broadcast(signed)).isEqualTo(Reception.TAKEN);
        assertThat(standing(signed)).isInstanceOf(Standing.Waiting.class);
        assertThat(sender.nonce()).isZero();
        driver.mine(1);

        assertThat(inBlock(signed).succeeded()).isTrue();
        assertThat(inBlock(signed).gas()).isPositive().isLessThanOrEqualTo(sender.costMax(signed.price()));
        assertThat(driver.received(payment)).isEqualTo(70);
        assertThat(sender.nonce()).isEqualTo(1);
    }

    @Test
    void countsItsOwnBlockAsTheFirstConfirmation() {
        SignedTransaction signed = signed(driver.payment(70), 0);
        broadcast(signed);

        driver.mine(1);
        assertThat(inBlock(signed).confirmations()).isEqualTo(1);
        driver.mine(4);
        assertThat(inBlock(signed).confirmations()).isEqualTo(5);
    }

    @Test
    void takesTheSameBytesAsOftenAsOneLikes() {
        Payment payment = driver.payment(70);
        SignedTransaction signed = signed(payment, 0);

        assertThat(broadcast(signed)).isEqualTo(Reception.TAKEN);
        assertThat(broadcast(signed)).isEqualTo(Reception.TAKEN);
        driver.mine(1);
        assertThat(broadcast(signed)).isIn(Reception.TAKEN, Reception.NONCE_USED);
        driver.mine(2);

        assertThat(driver.received(payment)).isEqualTo(70);
        assertThat(sender.nonce()).isEqualTo(1);
        assertThat(inBlock(signed).confirmations()).isEqualTo(3);
    }

    @Test
    void refusesAnotherTransactionOfAUsedNonce() {
        Payment late = driver.payment(80);
        broadcast(signed(driver.payment(70), 0));
        driver.mine(1);
        SignedTransaction signed = signed(late, 0);

        assertThat(broadcast(signed)).isEqualTo(Reception.NONCE_USED);
        driver.mine(1);

        assertThat(standing(signed)).isInstanceOf(Standing.Unknown.class);
        assertThat(driver.received(late)).isZero();
    }

    @Test
    void paysOnceWhenOneTransactionReplacesAnother() {
        Payment payment = driver.payment(70);
        SignedTransaction first = signed(payment, 0);
        SignedTransaction better = sender.sign(Optional.of(payment), 0, sender.price(Optional.of(first.price())));
        broadcast(first);

        assertThat(broadcast(better)).isEqualTo(Reception.TAKEN);
        driver.mine(1);

        assertThat(inBlock(better).succeeded()).isTrue();
        assertThat(standing(first)).isInstanceOf(Standing.Unknown.class);
        assertThat(driver.received(payment)).isEqualTo(70);
    }

    @Test
    void refusesAReplacementThatOffersNoMore() {
        SignedTransaction first = signed(driver.payment(70), 0);
        broadcast(first);
        SignedTransaction meagre = sender.sign(Optional.of(driver.payment(80)), 0, first.price());

        assertThat(broadcast(meagre)).isEqualTo(Reception.UNDERPRICED);
        driver.mine(1);

        assertThat(inBlock(first).succeeded()).isTrue();
    }

    @Test
    void letsWhatHasALaterNonceWaitUntilTheGapIsFilled() {
        Payment payment = driver.payment(70);
        SignedTransaction later = signed(payment, 1);
        assertThat(broadcast(later)).isEqualTo(Reception.TAKEN);
        driver.mine(2);
        assertThat(standing(later)).isInstanceOf(Standing.Waiting.class);
        assertThat(driver.received(payment)).isZero();

        SignedTransaction filler = sender.sign(Optional.empty(), 0, sender.price(Optional.empty()));
        assertThat(broadcast(filler)).isEqualTo(Reception.TAKEN);
        driver.mine(2);

        assertThat(inBlock(filler).gas()).isPositive();
        assertThat(inBlock(later).succeeded()).isTrue();
        assertThat(driver.received(payment)).isEqualTo(70);
        assertThat(sender.nonce()).isEqualTo(2);
    }

    @Test
    void usesTheNonceUpAndMovesNothingWhenAPaymentFails() {
        Payment failing = driver.failing();
        SignedTransaction signed = signed(failing, 0);
        broadcast(signed);
        driver.mine(1);

        assertThat(inBlock(signed).succeeded()).isFalse();
        assertThat(inBlock(signed).gas()).isPositive();
        assertThat(driver.received(failing)).isZero();
        assertThat(sender.nonce()).isEqualTo(1);
    }

    @Test
    void takesManyAtOnceInTheirOrder() {
        List<Payment> payments = new ArrayList<>();
        List<SignedTransaction> signed = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            payments.add(driver.payment(i + 1));
            signed.add(signed(payments.getLast(), i));
        }

        Map<TxHash, Reception> receptions = sender.broadcast(signed);
        driver.mine(1);

        assertThat(receptions).hasSize(120);
        assertThat(receptions.values()).containsOnly(Reception.TAKEN);
        assertThat(sender.nonce()).isEqualTo(120);
        Map<TxHash, Standing> standings = sender.standings(
                Set.copyOf(signed.stream().map(SignedTransaction::hash).toList()));
        assertThat(standings).hasSize(120);
        assertThat(standings.values()).allMatch(standing -> standing instanceof Standing.InBlock);
        assertThat(payments)
                .extracting(payment ->
                        driver.received(payment).subtract(payment.units()).signum())
                .containsOnly(0);
    }

    @Test
    void isInABlockNoMoreAfterAReorganisationAndAgainWhenBroadcastAgain() {
        Payment payment = driver.payment(70);
        SignedTransaction signed = signed(payment, 0);
        broadcast(signed);
        driver.mine(2);
        assertThat(inBlock(signed).confirmations()).isEqualTo(2);

        driver.reorg(2);
        assertThat(standing(signed)).isNotInstanceOf(Standing.InBlock.class);
        assertThat(sender.nonce()).isZero();
        assertThat(broadcast(signed)).isEqualTo(Reception.TAKEN);
        driver.mine(1);

        assertThat(inBlock(signed).confirmations()).isEqualTo(1);
        assertThat(driver.received(payment)).isEqualTo(70);
    }

    @Test
    void knowsNothingOfWhatTheNodesForgotAndTakesItAgain() {
        Payment payment = driver.payment(70);
        SignedTransaction signed = signed(payment, 0);
        broadcast(signed);

        driver.forget(signed.hash());
        assertThat(standing(signed)).isInstanceOf(Standing.Unknown.class);
        driver.mine(1);
        assertThat(driver.received(payment)).isZero();

        assertThat(broadcast(signed)).isEqualTo(Reception.TAKEN);
        driver.mine(1);
        assertThat(driver.received(payment)).isEqualTo(70);
    }

    @Test
    void knowsNothingOfWhatWasNeverSent() {
        assertThat(sender.standings(Set.of(NEVER_SENT))).containsOnlyKeys(NEVER_SENT);
        assertThat(sender.standings(Set.of(NEVER_SENT)).get(NEVER_SENT)).isInstanceOf(Standing.Unknown.class);
        assertThat(sender.standings(Set.of())).isEmpty();
        assertThat(sender.broadcast(List.of())).isEmpty();
    }

    private SignedTransaction signed(Payment payment, long nonce) {
        return sender.sign(Optional.of(payment), nonce, sender.price(Optional.empty()));
    }

    private Reception broadcast(SignedTransaction signed) {
        return Optional.ofNullable(sender.broadcast(List.of(signed)).get(signed.hash()))
                .orElseThrow();
    }

    private Standing standing(SignedTransaction signed) {
        return Optional.ofNullable(sender.standings(Set.of(signed.hash())).get(signed.hash()))
                .orElseThrow();
    }

    private Standing.InBlock inBlock(SignedTransaction signed) {
        assertThat(standing(signed)).isInstanceOf(Standing.InBlock.class);
        return (Standing.InBlock) standing(signed);
    }
}
