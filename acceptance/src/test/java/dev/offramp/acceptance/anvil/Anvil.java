package dev.offramp.acceptance.anvil;

import dev.offramp.chains.Address;
import dev.offramp.chains.TxHash;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// A real EVM node that does what a test says. Transactions wait until [#mine]; each goes out from another funded
/// account, so that none waits for the nonce of one that was taken back.
public final class Anvil implements AutoCloseable {

    /// Enough for every contract here; given, so that a transaction that will fail is accepted.
    private static final String GAS = "0x989680";

    private static final Address NOBODY = new Address("0x0000000000000000000000000000000000000000");
    private static final BigInteger PLENTY = BigInteger.TEN.pow(30);

    private final AnvilProcess process;
    private final AnvilRpc rpc;
    private final List<Address> senders;
    private final Map<TxHash, String> sent = new HashMap<>();
    private final AtomicInteger turns = new AtomicInteger();

    private Anvil(AnvilProcess process) {
        this.process = process;
        this.rpc = new AnvilRpc(process.url());
        this.senders = rpc.ask("eth_accounts", List.of())
                .valueStream()
                .map(account -> new Address(account.stringValue()))
                .toList();
    }

    /// A node with one chain of its own, at block 0.
    public static Anvil start() {
        return new Anvil(AnvilProcess.start());
    }

    public URI url() {
        return process.url();
    }

    public long chainId() {
        return number(rpc.ask("eth_chainId", List.of()));
    }

    public long height() {
        return number(rpc.ask("eth_blockNumber", List.of()));
    }

    /// A contract in a block of its own.
    public Address deploy(TestContract contract) {
        TxHash tx = send(Map.of("data", Workshop.contracts().get(contract.code())));
        mine(1);
        JsonNode receipt = receipt(tx);
        return checksummed(receipt.get("contractAddress").stringValue());
    }

    /// A token of which every account, and everyone in `more`, owns plenty; two blocks.
    public Address deployToken(TestContract contract, Address... more) {
        Address token = deploy(contract);
        List<Address> owners = new ArrayList<>(senders);
        owners.addAll(Arrays.asList(more));
        call(token, BigInteger.ZERO, "mint(address[],uint256)", owners, PLENTY);
        mine(1);
        return token;
    }

    public TxHash sendCoins(Address recipient, BigInteger wei) {
        return send(Map.of("to", recipient.value(), "value", hex(wei)));
    }

    public TxHash sendTokens(Address token, Address recipient, BigInteger units) {
        return call(token, BigInteger.ZERO, "transfer(address,uint256)", recipient, units);
    }

    /// @param signature `transfer(address,uint256)`
    /// @param arguments addresses, [BigInteger]s, and lists of them
    public TxHash call(Address contract, BigInteger wei, String signature, Object... arguments) {
        return send(Map.of(
                "to",
                contract.value(),
                "value",
                hex(wei),
                "data",
                EncodedCall.of(signature, Arrays.asList(arguments))));
    }

    /// One transaction of a [TestContract#BATCH_PAYER] that pays each of `recipients` so many `units` of the token at
    /// its place in `tokens` (coins where that is [#coin]). The coins go along; the tokens must be the payer's.
    ///
    /// @param isFailing whether it fails after all is paid
    public TxHash payMany(
            Address payer, boolean isFailing, List<Address> tokens, List<Address> recipients, List<BigInteger> units) {
        BigInteger wei = IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).equals(NOBODY))
                .mapToObj(units::get)
                .reduce(BigInteger.ZERO, BigInteger::add);
        String name = isFailing ? "payAndFail" : "pay";
        return call(payer, wei, name + "(address[],address[],uint256[])", tokens, recipients, units);
    }

    /// What stands for the native coin in [#payMany].
    public static Address coin() {
        return NOBODY;
    }

    /// Adds blocks; what waits goes into the first.
    public void mine(int blocks) {
        rpc.ask("anvil_mine", List.of(hex(BigInteger.valueOf(blocks))));
    }

    /// Replaces the last `depth` blocks by as many empty ones. Their transactions are gone, unless they are resent.
    public void rewind(int depth) {
        rpc.ask("anvil_reorg", List.of(depth, List.of()));
    }

    /// Hands in once more what was sent before, byte for byte and so with the same hash.
    public void resend(TxHash tx) {
        rpc.ask("eth_sendRawTransaction", List.of(sent.get(tx)));
    }

    /// What an account owns of a token.
    public BigInteger balance(Address token, Address owner) {
        String data = EncodedCall.of("balanceOf(address)", List.of(owner));
        JsonNode word = rpc.ask("eth_call", List.of(Map.of("to", token.value(), "data", data), "latest"));
        return new BigInteger(word.stringValue().substring(2), 16);
    }

    public JsonNode receipt(TxHash tx) {
        return rpc.ask("eth_getTransactionReceipt", List.of(tx.value()));
    }

    /// Any other question.
    public JsonNode ask(String method, Object... params) {
        return rpc.ask(method, Arrays.asList(params));
    }

    String forward(String request) {
        return rpc.post(request);
    }

    private TxHash send(Map<String, Object> request) {
        Map<String, Object> complete = new HashMap<>(request);
        Address sender = senders.get(turns.getAndIncrement() % senders.size());
        complete.put("from", sender.value());
        complete.put("gas", GAS);
        TxHash tx = new TxHash(rpc.ask("eth_sendTransaction", List.of(complete)).stringValue());
        sent.put(tx, rpc.ask("eth_getRawTransactionByHash", List.of(tx.value())).stringValue());
        return tx;
    }

    private static String hex(BigInteger number) {
        return "0x" + number.toString(16);
    }

    private static long number(JsonNode quantity) {
        return Long.parseLong(quantity.stringValue().substring(2), 16);
    }

    /// EIP-55, written once more for the tests.
    public static Address checksummed(String address) {
        String digits = address.substring(2).toLowerCase(Locale.ROOT);
        String marks = Keccak256.hex(digits.getBytes(StandardCharsets.US_ASCII));
        StringBuilder result = new StringBuilder("0x");
        for (int i = 0; i < digits.length(); i++) {
            boolean isUpper = Character.digit(marks.charAt(i), 16) > 7;
            result.append(isUpper ? Character.toUpperCase(digits.charAt(i)) : digits.charAt(i));
        }
        return new Address(result.toString());
    }

    @Override
    public void close() {
        process.close();
    }
}
