package dev.offramp.acceptance.chains;

import dev.offramp.acceptance.anvil.Anvil;
import dev.offramp.acceptance.anvil.TestContract;
import dev.offramp.assets.Asset;
import dev.offramp.assets.AssetId;
import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.ChainDriver;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.evm.EvmChain;
import dev.offramp.chains.evm.EvmNetwork;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/// An Ethereum of our own on anvil, read by the EVM adapter.
final class AnvilDriver implements ChainDriver {

    private static final int ADDRESS_BYTES = 20;

    private final Anvil anvil = Anvil.start();
    private final Random random = new Random(anvil.url().getPort());
    private final Address payer = anvil.deploy(TestContract.BATCH_PAYER);
    private final Address usdt = anvil.deployToken(TestContract.USDT_LIKE, payer);
    private final EvmChain chain = open(EvmNetwork.Traces.AUTO, anvil.url());

    EvmChain open(EvmNetwork.Traces traces, URI url) {
        return EvmChain.create(
                new EvmNetwork(
                        Network.ETHEREUM,
                        anvil.chainId(),
                        List.of(url),
                        12,
                        OptionalLong.empty(),
                        traces,
                        Map.of(),
                        EvmNetwork.Sending.STANDARD),
                new ManualClock());
    }

    Anvil anvil() {
        return anvil;
    }

    @Override
    public EvmChain chain() {
        return chain;
    }

    @Override
    public Asset coin() {
        return asset("ETH", "ETH", 18, Optional.empty());
    }

    @Override
    public Asset token() {
        return token("USDT_ERC20", "USDT", 6, usdt);
    }

    Asset token(String code, String symbol, int decimals, Address contract) {
        return asset(code, symbol, decimals, Optional.of(contract.value()));
    }

    private static Asset asset(String code, String symbol, int decimals, Optional<String> contract) {
        return new Asset(
                new AssetId(new ObjectId("0123456789abcdef01234567")),
                new AssetCode(code),
                Environment.PRODUCTION,
                symbol,
                symbol,
                Network.ETHEREUM,
                contract.isEmpty() ? "BASE_ASSET" : "ERC20",
                decimals,
                contract,
                BigDecimal.TEN,
                BigDecimal.ONE,
                12,
                true,
                "",
                "");
    }

    @Override
    public Address newAddress() {
        byte[] bytes = new byte[ADDRESS_BYTES];
        random.nextBytes(bytes);
        return Anvil.checksummed("0x" + HexFormat.of().formatHex(bytes));
    }

    @Override
    public TxHash send(List<Payment> payments) {
        return payments.size() == 1 ? sendOne(payments.getFirst()) : sendMany(payments, false);
    }

    private TxHash sendOne(Payment payment) {
        return payment.asset().isNativeCoin()
                ? anvil.sendCoins(payment.recipient(), payment.units())
                : anvil.sendTokens(contract(payment), payment.recipient(), payment.units());
    }

    @Override
    public TxHash sendFailing(Payment payment) {
        return sendMany(List.of(payment), true);
    }

    private TxHash sendMany(List<Payment> payments, boolean isFailing) {
        List<Address> tokens = payments.stream().map(AnvilDriver::contract).toList();
        List<Address> recipients = payments.stream().map(Payment::recipient).toList();
        List<BigInteger> units = payments.stream().map(Payment::units).toList();
        return anvil.payMany(payer, isFailing, tokens, recipients, units);
    }

    private static Address contract(Payment payment) {
        return payment.asset().contract().map(Address::new).orElseGet(Anvil::coin);
    }

    @Override
    public void mine(int blocks) {
        anvil.mine(blocks);
    }

    @Override
    public void reorg(int depth, Set<TxHash> kept) {
        anvil.rewind(depth);
        kept.forEach(anvil::resend);
        anvil.mine(1);
    }

    @Override
    public void close() {
        chain.close();
        anvil.close();
    }
}
