package dev.offramp.chains.evm;

import dev.offramp.assets.Asset;
import dev.offramp.chains.Address;
import dev.offramp.money.AssetCode;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Holds the catalogue's assets against their contracts.
final class AssetChecks {

    /// Wei: the same on every EVM network.
    private static final int COIN_DECIMALS = 18;

    private static final String NO_CODE = "0x";
    private static final String DECIMALS = "0x313ce567";
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
        RpcCall code = RpcCall.of("eth_getCode", text, "latest");
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
        String plain = symbol.replace('₮', 'T').toUpperCase(Locale.ROOT);
        String wanted = expected.toUpperCase(Locale.ROOT);
        return plain.equals(wanted) || plain.equals(wanted + "0");
    }

    /// What the contract returns; empty when it reverts.
    private Optional<byte[]> call(Address contract, String data) {
        RpcCall call = RpcCall.of("eth_call", Map.of("to", contract.value(), "data", data), "latest");
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
