package dev.offramp.withdrawals;

import dev.offramp.assets.Network;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.CoinSender;
import dev.offramp.tenancy.Environment;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What sends on which network of which environment. Nothing is sent on a network without one.
public final class CoinSenders {

    private final Map<ChainId, CoinSender> senders;

    private CoinSenders(Map<ChainId, CoinSender> senders) {
        this.senders = Map.copyOf(senders);
    }

    public static CoinSenders none() {
        return new CoinSenders(Map.of());
    }

    public static CoinSenders of(Collection<CoinSender> senders) {
        Map<ChainId, CoinSender> byChain = new HashMap<>();
        senders.forEach(sender -> byChain.put(sender.id(), sender));
        return new CoinSenders(byChain);
    }

    Optional<CoinSender> serving(Environment environment, Network network) {
        return Optional.ofNullable(senders.get(new ChainId(environment, network)));
    }

    Collection<CoinSender> all() {
        return senders.values();
    }
}
