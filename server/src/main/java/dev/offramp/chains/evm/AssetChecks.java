package dev.offramp.chains.evm;

import dev.offramp.assets.Asset;
import dev.offramp.chains.Address;
import dev.offramp.money.AssetCode;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Holds the catalogue's assets against their contracts.
final class AssetChecks {

    /// The two things we read from a contract's answer; empty when it has another form.
    static final class AbiText {

        private static final int WORD = 32;
        private static final int LENGTH_MAX = 64;

        private AbiText() {}

        static Optional<BigInteger> number(byte[] returned) {
            return returned.length == WORD ? Optional.of(new BigInteger(1, returned)) : Optional.empty();
        }

        /// A `string`, or the `bytes32` of old tokens.
        static Optional<String> text(byte[] returned) {
            if (returned.length == WORD) {
                return utf8(returned, 0, used(returned));
            }
            boolean hasString = returned.length >= 2 * WORD
                    && word(returned, 0).equals(BigInteger.valueOf(WORD))
                    && word(returned, WORD).bitLength() < Integer.SIZE - 1;
            return hasString ? utf8(returned, 2 * WORD, word(returned, WORD).intValueExact()) : Optional.empty();
        }

        private static BigInteger word(byte[] returned, int offset) {
            return new BigInteger(1, Arrays.copyOfRange(returned, offset, offset + WORD));
        }

        private static int used(byte[] returned) {
            int end = returned.length;
            while (end > 0 && returned[end - 1] == 0) {
                end--;
            }
            return end;
        }

        private static Optional<String> utf8(byte[] bytes, int from, int length) {
            if (length == 0 || length > LENGTH_MAX || from + length > bytes.length) {
                return Optional.empty();
            }
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, from, length))
                        .toString());
            } catch (CharacterCodingException e) {
                return Optional.empty();
            }
        }
    }

    /// Wei: the same on every EVM network.
    private static final int COIN_DECIMALS = 18;

    private static final String NO_CODE = "0x";
    private static final String DECIMALS = "0x313ce567";
    /// The currency sign that Tether took for its T.
    private static final char TUGRIK = '\u20ae';

    private static final String SYMBOL = "0x95d89b41";

    private final Node node;

    AssetChecks(Node node) {
        this.node = node;
    }

    Map<AssetCode, String> faults(Collection<Asset> assets) {
        Map<AssetCode, String> faults = new LinkedHashMap<>();
        for (Asset asset : assets) {
            Optional<String> fault =
                    asset.contract().map(contract -> token(asset, contract)).orElseGet(() -> coin(asset));
            fault.ifPresent(why -> faults.put(asset.code(), why));
        }
        return faults;
    }

    private static Optional<String> coin(Asset asset) {
        return asset.decimals() == COIN_DECIMALS
                ? Optional.empty()
                : Optional.of("the native coin has " + COIN_DECIMALS + " decimals, not " + asset.decimals());
    }

    private Optional<String> token(Asset asset, String text) {
        if (!Hex.isAddress(text) || !Checksum.canonical(text).value().equals(text)) {
            return Optional.of("the contract " + text + " is not an address with its checksum");
        }
        Address contract = new Address(text);
        Rpc.Call code = Rpc.Call.of("eth_getCode", text, "latest");
        if (node.ask(code, Shape.text()).equals(NO_CODE)) {
            return Optional.of("there is no contract at " + contract);
        }
        return decimals(asset, contract).or(() -> symbol(asset, contract));
    }

    private Optional<String> decimals(Asset asset, Address contract) {
        Optional<BigInteger> decimals = call(contract, DECIMALS).flatMap(AbiText::number);
        if (decimals.isEmpty()) {
            return Optional.of("the contract " + contract + " does not tell its decimals");
        }
        return decimals.get().equals(BigInteger.valueOf(asset.decimals()))
                ? Optional.empty()
                : Optional.of(
                        "the contract " + contract + " has " + decimals.get() + " decimals, not " + asset.decimals());
    }

    /// The symbol is a name, not a proof: a contract without a readable one passes.
    private Optional<String> symbol(Asset asset, Address contract) {
        return call(contract, SYMBOL)
                .flatMap(AbiText::text)
                .filter(symbol -> !isSame(symbol, asset.symbol()))
                .map(symbol -> "the contract " + contract + " calls itself " + symbol + ", not " + asset.symbol());
    }

    /// Tether writes itself `USDT`, `USDt`, `USD₮` and, where it came over a bridge of its own, `USD₮0`. A bridged
    /// copy with a tail of its own (`USDC.e`) is another token.
    private static boolean isSame(String symbol, String expected) {
        String plain = symbol.replace(TUGRIK, 'T').toUpperCase(Locale.ROOT);
        String wanted = expected.toUpperCase(Locale.ROOT);
        return plain.equals(wanted) || plain.equals(wanted + "0");
    }

    /// What the contract returns; empty when it reverts.
    private Optional<byte[]> call(Address contract, String data) {
        Rpc.Call call = Rpc.Call.of("eth_call", Map.of("to", contract.value(), "data", data), "latest");
        return switch (node.answer(call, Shape.of(String.class, Hex::bytes))) {
            case RpcAnswer.Found<byte[]>(byte[] returned) -> Optional.of(returned);
            case RpcAnswer.Nothing<byte[]>() -> Optional.empty();
            case RpcAnswer.Refused<byte[]> refused -> {
                if (refused.isReverted()) {
                    yield Optional.empty();
                }
                throw node.refusal(call, refused);
            }
        };
    }
}
