package dev.offramp.chains.evm;

import dev.offramp.db.Trouble;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/// What transactions of a network offer.
///
/// One number is the **price**: the most that is paid per unit of gas. Where blocks have a base fee, a tenth of it is
/// the tip; what block and tip do not take stays in the wallet. Because both follow from the one number, a replacement
/// that offers an eighth more offers it in both, as nodes demand.
final class Fees {

    /// What one unit of gas may cost.
    sealed interface Fee {

        /// @param tip to whoever makes the block
        /// @param max base fee and tip together
        record Dynamic(BigInteger tip, BigInteger max) implements Fee {}

        record Legacy(BigInteger price) implements Fee {}
    }

    private enum Kind {
        UNKNOWN,
        DYNAMIC,
        LEGACY
    }

    private record HeadJson(Optional<String> baseFeePerGas) {}

    private static final BigInteger TIP_SHARE = BigInteger.TEN;
    private static final BigInteger EIGHT = BigInteger.valueOf(8);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Shape<Optional<BigInteger>> BASE_FEE =
            Shape.of(HeadJson.class, head -> head.baseFeePerGas().map(Hex::quantity));
    private static final Shape<BigInteger> QUANTITY = Shape.of(String.class, Hex::quantity);

    private final Nodes nodes;
    private final BigInteger max;

    /// Whether a chain has base fees never changes back; found out once.
    private volatile Kind kind = Kind.UNKNOWN;

    /// @param max above which nothing is ever offered
    Fees(Nodes nodes, BigInteger max) {
        this.nodes = nodes;
        this.max = max.subtract(max.mod(TIP_SHARE));
    }

    /// @param replaced the price of the last transaction of the same nonce
    BigInteger price(Optional<BigInteger> replaced) {
        BigInteger market = whole(nodes.ask(this::market));
        BigInteger least = replaced.map(Fees::raised).orElse(market);
        // What cannot be outbid within the bound is left as it is.
        return least.compareTo(max) > 0 && replaced.isPresent()
                ? replaced.get()
                : market.max(least).min(max);
    }

    /// What a transaction of this price says.
    Fee fee(BigInteger price) {
        if (kind == Kind.UNKNOWN) {
            nodes.ask(this::market);
        }
        return switch (kind) {
            case DYNAMIC -> new Fee.Dynamic(price.divide(TIP_SHARE), price);
            case LEGACY -> new Fee.Legacy(price);
            case UNKNOWN -> throw new Trouble("whether this network has base fees is not known yet", SOON);
        };
    }

    /// Room for a doubled base fee, and for the tip that the node thinks is due.
    private BigInteger market(Node node) {
        Optional<BigInteger> base = node.ask(Rpc.Call.of("eth_getBlockByNumber", "latest", false), BASE_FEE);
        if (base.isEmpty()) {
            kind = Kind.LEGACY;
            return node.ask(Rpc.Call.of("eth_gasPrice"), QUANTITY);
        }
        kind = Kind.DYNAMIC;
        BigInteger tip = tip(node, base.get());
        return base.get().shiftLeft(1).add(tip).max(tip.multiply(TIP_SHARE));
    }

    private static BigInteger tip(Node node, BigInteger base) {
        Rpc.Call call = Rpc.Call.of("eth_maxPriorityFeePerGas");
        return switch (node.answer(call, QUANTITY)) {
            case RpcAnswer.Found<BigInteger>(BigInteger tip) -> tip;
            case RpcAnswer.Nothing<BigInteger>() -> BigInteger.ZERO;
            case RpcAnswer.Refused<BigInteger> refused -> {
                if (!refused.isMethodMissing()) {
                    throw node.refusal(call, refused);
                }
                yield node.ask(Rpc.Call.of("eth_gasPrice"), QUANTITY)
                        .subtract(base)
                        .max(BigInteger.ZERO);
            }
        };
    }

    /// An eighth more, up.
    private static BigInteger raised(BigInteger price) {
        return whole(price.add(price.add(EIGHT).subtract(BigInteger.ONE).divide(EIGHT)));
    }

    /// Up to a whole tip; never nothing.
    private static BigInteger whole(BigInteger price) {
        BigInteger tips = price.add(TIP_SHARE).subtract(BigInteger.ONE).divide(TIP_SHARE);
        return tips.max(BigInteger.ONE).multiply(TIP_SHARE);
    }
}
