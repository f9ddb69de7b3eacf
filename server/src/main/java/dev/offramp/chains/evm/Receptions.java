package dev.offramp.chains.evm;

import dev.offramp.chains.CoinSender.Reception;
import dev.offramp.chains.SignedTransaction;
import dev.offramp.chains.TxHash;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands signed transactions to a node and makes out what it says. Every kind of node has words of its own for the
/// same few things; those of Geth, Erigon, Nethermind, Besu, Reth and anvil are known. What is not known is a refusal,
/// after which the caller asks by hash all the same.
final class Receptions {

    private static final Logger LOG = LoggerFactory.getLogger(Receptions.class);
    private static final int PER_REQUEST = 50;

    private static final List<String> KNOWN = List.of(
            "already known",
            "alreadyknown",
            "already imported",
            "known transaction",
            "already in mempool",
            "already exists",
            "already_exists");
    private static final List<String> USED = List.of(
            "nonce too low",
            "nonce_too_low",
            "oldnonce",
            "nonce is too low",
            "invalid nonce; got",
            "nonce has already been used");
    private static final List<String> TOO_LITTLE = List.of(
            "underpriced",
            "replacementnotallowed",
            "replacement not allowed",
            "feetoolow",
            "fee too low",
            "less than block base fee",
            "below configured minimum",
            "gas price too low",
            "tip cap below",
            "tip below");

    private final Node node;

    Receptions(Node node) {
        this.node = node;
    }

    Map<TxHash, Reception> of(List<SignedTransaction> transactions) {
        Map<TxHash, Reception> receptions = new HashMap<>();
        for (int from = 0; from < transactions.size(); from += PER_REQUEST) {
            hand(transactions.subList(from, Math.min(transactions.size(), from + PER_REQUEST)), receptions);
        }
        return receptions;
    }

    private void hand(List<SignedTransaction> some, Map<TxHash, Reception> receptions) {
        List<Rpc.Call> calls = some.stream()
                .map(signed -> Rpc.Call.of("eth_sendRawTransaction", Hex.text(signed.bytes())))
                .toList();
        List<RpcAnswer<String>> answers = node.answers(calls, Shape.of(String.class, Hex::hash));
        for (int i = 0; i < some.size(); i++) {
            TxHash hash = some.get(i).hash();
            receptions.put(hash, reception(hash, calls.get(i), answers.get(i)));
        }
    }

    private Reception reception(TxHash hash, Rpc.Call call, RpcAnswer<String> answer) {
        return switch (answer) {
            case RpcAnswer.Found<String>(String told) -> {
                node.check(told.equals(hash.value()), "calls " + hash + " " + told);
                yield Reception.TAKEN;
            }
            case RpcAnswer.Nothing<String>() -> throw node.contradiction("says nothing to " + call.method());
            case RpcAnswer.Refused<String> refused -> {
                Reception reception = meant(refused.message());
                if (reception == Reception.REFUSED) {
                    LOG.warn("{}: {}", hash, node.refusal(call, refused).getMessage());
                }
                yield reception;
            }
        };
    }

    static Reception meant(String message) {
        String words = message.toLowerCase(Locale.ROOT);
        if (says(words, KNOWN)) {
            return Reception.TAKEN;
        }
        if (says(words, USED)) {
            return Reception.NONCE_USED;
        }
        return says(words, TOO_LITTLE) ? Reception.UNDERPRICED : Reception.REFUSED;
    }

    private static boolean says(String words, List<String> phrases) {
        return phrases.stream().anyMatch(words::contains);
    }

    /// What several nodes say together: taken by one is taken.
    static Map<TxHash, Reception> together(List<Map<TxHash, Reception>> told) {
        Map<TxHash, Reception> best = new HashMap<>();
        told.forEach(its -> its.forEach((hash, reception) -> best.merge(hash, reception, Receptions::better)));
        return best;
    }

    private static Reception better(Reception one, Reception other) {
        return Stream.of(one, other).min(Comparator.naturalOrder()).orElseThrow();
    }
}
