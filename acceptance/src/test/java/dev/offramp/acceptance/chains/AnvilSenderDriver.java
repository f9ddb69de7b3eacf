package dev.offramp.acceptance.chains;

import dev.offramp.acceptance.anvil.Anvil;
import dev.offramp.acceptance.anvil.TestContract;
import dev.offramp.assets.AddressFamily;
import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.CoinSenderDriver;
import dev.offramp.chains.Payment;
import dev.offramp.chains.Signer;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.evm.EvmChain;
import dev.offramp.chains.evm.EvmNetwork;
import dev.offramp.db.ManualClock;
import dev.offramp.keys.TestKeys;
import dev.offramp.tenancy.Environment;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/// A hot wallet with coins and tokens on an Ethereum of our own.
final class AnvilSenderDriver implements CoinSenderDriver {

    static final BigInteger FUNDS = BigInteger.valueOf(1_000_000_000);
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);
    private static final int ADDRESS_BYTES = 20;

    private final Anvil anvil = Anvil.start();
    private final Random random = new Random(anvil.url().getPort());
    private final Signer signer = TestKeys.create()
            .hotWallet(Environment.PRODUCTION, AddressFamily.EVM)
            .orElseThrow();
    private final Address token;
    private final List<EvmChain> chains = new ArrayList<>();
    private final CoinSender sender;

    AnvilSenderDriver(TestContract contract) {
        token = anvil.deployToken(contract);
        anvil.sendCoins(signer.address(), ETHER.multiply(BigInteger.TEN));
        anvil.sendTokens(token, signer.address(), FUNDS);
        anvil.mine(1);
        sender = sender(anvil.chainId(), EvmNetwork.Sending.STANDARD, anvil.url());
    }

    CoinSender sender(long chainId, EvmNetwork.Sending sending, URI... urls) {
        EvmChain chain = EvmChain.create(
                new EvmNetwork(
                        Network.ETHEREUM,
                        chainId,
                        List.of(urls),
                        12,
                        OptionalLong.empty(),
                        EvmNetwork.Traces.AUTO,
                        Map.of(),
                        sending),
                new ManualClock());
        chains.add(chain);
        return chain.sender(signer);
    }

    Anvil anvil() {
        return anvil;
    }

    Address token() {
        return token;
    }

    @Override
    public CoinSender sender() {
        return sender;
    }

    @Override
    public CoinSender again() {
        return sender(anvil.chainId(), EvmNetwork.Sending.STANDARD, anvil.url());
    }

    @Override
    public Payment payment(long units) {
        return new Payment(Optional.of(token), newAddress(), BigInteger.valueOf(units));
    }

    Address newAddress() {
        byte[] bytes = new byte[ADDRESS_BYTES];
        random.nextBytes(bytes);
        return Anvil.checksummed("0x" + HexFormat.of().formatHex(bytes));
    }

    @Override
    public Payment failing() {
        return new Payment(Optional.of(token), newAddress(), FUNDS.add(BigInteger.ONE));
    }

    @Override
    public BigInteger received(Payment payment) {
        return anvil.balance(payment.contract().orElseThrow(), payment.recipient());
    }

    @Override
    public void mine(int blocks) {
        anvil.mine(blocks);
    }

    @Override
    public void reorg(int depth) {
        anvil.rewind(depth);
        // What anvil put back into its pool would be in the next block.
        anvil.ask("anvil_dropAllTransactions");
        anvil.mine(1);
    }

    @Override
    public void forget(TxHash waiting) {
        anvil.ask("anvil_dropTransaction", waiting.value());
    }

    @Override
    public void close() {
        chains.forEach(EvmChain::close);
        anvil.close();
    }
}
