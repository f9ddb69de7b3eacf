package dev.offramp.chains.evm;

import dev.offramp.chains.Address;
import dev.offramp.chains.Payment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tries payments on the tip of the chain without sending them.
final class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final int PER_REQUEST = 50;
    private static final String LATEST = "latest";
    private static final String NO_CODE = "0x";

    static final String NO_TOKEN = "there is no such token on the network";
    static final String REFUSED = "the token does not let this address be paid";
    static final String TOO_DEAR = "the payment would take more work than the network's limit allows";

    private final Node node;
    private final Address wallet;
    private final long gasLimit;

    Rehearsal(Node node, Address wallet, long gasLimit) {
        this.node = node;
        this.wallet = wallet;
        this.gasLimit = gasLimit;
    }

    Map<Payment, String> objections(Collection<Payment> payments) {
        Map<Payment, String> objections = new HashMap<>();
        List<Payment> callable = new ArrayList<>();
        Set<Address> missing = missing(payments);
        for (Payment payment : new HashSet<>(payments)) {
            if (payment.contract().filter(missing::contains).isPresent()) {
                objections.put(payment, NO_TOKEN);
            } else {
                callable.add(payment);
            }
        }
        for (int from = 0; from < callable.size(); from += PER_REQUEST) {
            rehearse(callable.subList(from, Math.min(callable.size(), from + PER_REQUEST)), objections);
        }
        return objections;
    }

    /// A call of what has no code succeeds, and moves nothing.
    private Set<Address> missing(Collection<Payment> payments) {
        Set<Address> contracts = new HashSet<>();
        payments.forEach(payment -> payment.contract().ifPresent(contracts::add));
        contracts.removeIf(contract -> !node.ask(Rpc.Call.of("eth_getCode", contract.value(), LATEST), Shape.text())
                .equals(NO_CODE));
        return contracts;
    }

    private void rehearse(List<Payment> some, Map<Payment, String> objections) {
        List<Optional<byte[]>> returned = ask("eth_call", some, Shape.of(String.class, Hex::bytes));
        List<Optional<BigInteger>> gas = ask("eth_estimateGas", some, Shape.of(String.class, Hex::quantity));
        BigInteger most = BigInteger.valueOf(gasLimit);
        for (int i = 0; i < some.size(); i++) {
            Payment payment = some.get(i);
            if (returned.get(i).filter(answer -> !TokenCall.isRefusal(answer)).isEmpty()
                    || gas.get(i).isEmpty()) {
                objections.put(payment, REFUSED);
            } else if (gas.get(i).orElseThrow().compareTo(most) > 0) {
                objections.put(payment, TOO_DEAR);
            }
        }
    }

    /// Empty where the call did not return.
    private <T> List<Optional<T>> ask(String method, List<Payment> payments, Shape<T> shape) {
        List<Rpc.Call> calls = payments.stream()
                .map(payment -> Rpc.Call.of(method, TokenCall.request(wallet, payment), LATEST))
                .toList();
        List<RpcAnswer<T>> answers = node.answers(calls, shape);
        List<Optional<T>> found = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            found.add(
                    switch (answers.get(i)) {
                        case RpcAnswer.Found<T>(T value) -> Optional.of(value);
                        case RpcAnswer.Nothing<T>() -> throw node.contradiction("says nothing to " + method);
                        case RpcAnswer.Refused<T> refused -> reverted(payments.get(i), calls.get(i), refused);
                    });
        }
        return found;
    }

    private <T> Optional<T> reverted(Payment payment, Rpc.Call call, RpcAnswer.Refused<T> refused) {
        if (!refused.isReverted()) {
            throw node.refusal(call, refused);
        }
        LOG.info(
                "{} to {}: {}",
                payment.units(),
                payment.recipient(),
                node.refusal(call, refused).getMessage());
        return Optional.empty();
    }
}
