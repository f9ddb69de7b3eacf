package dev.offramp.chains;

import dev.offramp.assets.Network;
import dev.offramp.tenancy.Environment;

/// A network in one environment: simulated in development, real in production.
public record ChainId(Environment environment, Network network) {

    @Override
    public String toString() {
        return network.code() + " (" + environment.code() + ")";
    }
}
