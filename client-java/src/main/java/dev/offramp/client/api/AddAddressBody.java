// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.util.Optional;

/**
 * What `addAddress` takes.
 *
 * @param network In any case.
 * @param token In any case.
 */
public record AddAddressBody(
        String address,
        Optional<String> network,
        String token,
        Optional<String> label) {

    /** With what must be there. */
    public static AddAddressBody of(String address, String token) {
        return new AddAddressBody(address, Optional.empty(), token, Optional.empty());
    }

    public AddAddressBody withNetwork(String network) {
        return new AddAddressBody(address, Optional.of(network), token, label);
    }

    public AddAddressBody withLabel(String label) {
        return new AddAddressBody(address, network, token, Optional.of(label));
    }
}
