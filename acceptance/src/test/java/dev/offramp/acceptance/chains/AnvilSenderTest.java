package dev.offramp.acceptance.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.acceptance.anvil.TestContract;
import dev.offramp.chains.Address;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.CoinSender.Reception;
import dev.offramp.chains.CoinSender.Standing;
import dev.offramp.chains.Payment;
import dev.offramp.chains.SignedTransaction;
import dev.offramp.chains.evm.EvmNetwork;
import dev.offramp.db.Trouble;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is particular to sending on EVM networks, on a real node.
class AnvilSenderTest {

    private static final BigInteger GWEI = BigInteger.valueOf(1_000_000_000);

    private AnvilSenderDriver driver = new AnvilSenderDriver(TestContract.USDC_WITH_18_DECIMALS);

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void offersTypeTwoTransactionsOfThisChain() {
        SignedTransaction signed = sent(driver.payment(7));
        driver.mine(1);

        JsonNode transaction =
                driver.anvil().ask("eth_getTransactionByHash", signed.hash().value());
        assertThat(transaction.get("type").asString()).isEqualTo("0x2");
        assertThat(Long.decode(transaction.get("chainId").asString()))
                .isEqualTo(driver.anvil().chainId());
        assertThat(transaction.get("from").asString())
                .isEqualToIgnoringCase(driver.sender().wallet().value());
    }

    @Test
    void tellsWhatAPaymentHasCostToTheLastWei() {
        BigInteger before = holdings().coins();
        SignedTransaction signed = sent(driver.payment(7));
        driver.mine(1);

        assertThat(inBlock(signed).gas()).isEqualTo(before.subtract(holdings().coins()));
        assertThat(holdings().tokens())
                .containsEntry(driver.token(), AnvilSenderDriver.FUNDS.subtract(BigInteger.valueOf(7)));
    }

    @Test
    void tellsWhatAFailedPaymentHasCost() {
        BigInteger before = holdings().coins();
        SignedTransaction signed = sent(driver.failing());
        driver.mine(1);

        assertThat(inBlock(signed).succeeded()).isFalse();
        assertThat(inBlock(signed).gas()).isEqualTo(before.subtract(holdings().coins()));
    }

    @Test
    void sendsPlainCoins() {
        Payment payment = new Payment(Optional.empty(), driver.newAddress(), GWEI);
        SignedTransaction signed = sent(payment);
        driver.mine(1);

        assertThat(inBlock(signed).succeeded()).isTrue();
        JsonNode balance =
                driver.anvil().ask("eth_getBalance", payment.recipient().value(), "latest");
        assertThat(balance.asString()).isEqualTo("0x" + GWEI.toString(16));
    }

    @Test
    void objectsToWhatWouldFail() {
        Payment tooMuch = driver.failing();
        Payment noToken = new Payment(Optional.of(driver.newAddress()), driver.newAddress(), BigInteger.ONE);
        Payment nobody = new Payment(
                Optional.of(driver.token()), new Address("0x0000000000000000000000000000000000000000"), BigInteger.ONE);
        Payment fine = driver.payment(7);

        Map<Payment, String> objections = driver.sender().objections(List.of(tooMuch, noToken, nobody, fine));

        assertThat(objections).containsOnlyKeys(tooMuch, noToken, nobody);
        assertThat(objections.get(noToken)).contains("no such token");
        assertThat(objections.get(nobody)).contains("does not let this address be paid");
    }

    @Test
    void objectsToATokenThatSaysFalseAndHasNoStandingForWhatItDidNotMove() {
        driver.close();
        driver = new AnvilSenderDriver(TestContract.FALSE_TOKEN);
        Payment payment = driver.payment(7);

        assertThat(driver.sender().objections(List.of(payment))).containsKey(payment);

        SignedTransaction signed = sent(payment);
        driver.mine(1);
        assertThat(driver.anvil().receipt(signed.hash()).get("status").asString())
                .isEqualTo("0x1");
        assertThat(driver.sender().standings(Set.of(signed.hash()))).isEmpty();
    }

    @Test
    void objectsToWhatNeedsMoreGasThanTheLimit() {
        CoinSender mean = driver.sender(
                driver.anvil().chainId(),
                new EvmNetwork.Sending(30_000, GWEI.multiply(BigInteger.TEN)),
                driver.anvil().url());
        Payment payment = driver.payment(7);

        assertThat(mean.objections(List.of(payment)).get(payment)).contains("more work");
    }

    @Test
    void neverOffersMoreThanItMay() {
        BigInteger most = GWEI.multiply(BigInteger.valueOf(40));
        CoinSender bounded = driver.sender(
                driver.anvil().chainId(),
                new EvmNetwork.Sending(100_000, most),
                driver.anvil().url());
        driver.anvil()
                .ask(
                        "anvil_setNextBlockBaseFeePerGas",
                        "0x" + GWEI.multiply(BigInteger.TEN.pow(3)).toString(16));
        driver.mine(1);

        assertThat(bounded.price(Optional.empty())).isEqualTo(most);
        BigInteger low = GWEI.multiply(BigInteger.valueOf(20));
        assertThat(bounded.price(Optional.of(low))).isEqualTo(most);
        assertThat(bounded.price(Optional.of(most))).isEqualTo(most);
    }

    @Test
    void signsForItsChainAloneAndPricesNothingOnAnother() {
        CoinSender astray =
                driver.sender(1, EvmNetwork.Sending.STANDARD, driver.anvil().url());

        assertThatThrownBy(() -> astray.price(Optional.empty()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("the settings say 1");
        assertThatThrownBy(() -> astray.sign(Optional.empty(), 0, GWEI)).isInstanceOf(Trouble.class);
        assertThatThrownBy(astray::nonce).isInstanceOf(Trouble.class);
    }

    @Test
    void isTakenWhenOneOfItsNodesTakesIt() {
        CoinSender two = driver.sender(
                driver.anvil().chainId(),
                EvmNetwork.Sending.STANDARD,
                URI.create("http://127.0.0.1:9"),
                driver.anvil().url());
        SignedTransaction signed = two.sign(Optional.of(driver.payment(7)), 0, two.price(Optional.empty()));

        assertThat(two.broadcast(List.of(signed))).containsEntry(signed.hash(), Reception.TAKEN);
        driver.mine(1);

        assertThat(two.standings(Set.of(signed.hash()))).hasSize(1);
    }

    @Test
    void isRefusedWhileItsWalletHasNoCoins() {
        driver.anvil().ask("anvil_setBalance", driver.sender().wallet().value(), "0x0");
        SignedTransaction signed = signed(driver.payment(7));

        assertThat(driver.sender().broadcast(List.of(signed))).containsEntry(signed.hash(), Reception.REFUSED);
        assertThat(holdings().coins()).isZero();
    }

    private SignedTransaction signed(Payment payment) {
        CoinSender sender = driver.sender();
        return sender.sign(Optional.of(payment), sender.nonce(), sender.price(Optional.empty()));
    }

    private SignedTransaction sent(Payment payment) {
        SignedTransaction signed = signed(payment);
        assertThat(driver.sender().broadcast(List.of(signed))).containsEntry(signed.hash(), Reception.TAKEN);
        return signed;
    }

    private CoinSender.Holdings holdings() {
        return driver.sender().holdings(Set.of(driver.token())).orElseThrow();
    }

    private Standing.InBlock inBlock(SignedTransaction signed) {
        return (Standing.InBlock) Optional.ofNullable(
                        driver.sender().standings(Set.of(signed.hash())).get(signed.hash()))
                .orElseThrow();
    }
}
