package dev.offramp.assets;

import dev.offramp.money.AssetCode;
import java.util.List;
import java.util.Optional;

/// A production network the operator configured, and where it departs from the catalogue.
///
/// @param confirmations for all assets of the network, instead of the catalogue's
/// @param tokens tokens with another contract or other decimals than the catalogue's
public record NetworkSetting(Network network, Optional<Integer> confirmations, List<Token> tokens) {

    /// @param contract in the network's own address form
    public record Token(AssetCode code, String contract, int decimals) {
        public Token {
            if (contract.isBlank() || decimals < 0 || decimals > Asset.DECIMALS_MAX) {
                throw new IllegalArgumentException(
                        code + ": a token has a contract and 0 to " + Asset.DECIMALS_MAX + " decimals");
            }
        }
    }

    public NetworkSetting {
        if (confirmations.filter(blocks -> blocks < 1).isPresent()) {
            throw new IllegalArgumentException(network.code() + ": at least 1 confirmation is needed");
        }
        tokens = List.copyOf(tokens);
        if (tokens.stream().map(Token::code).distinct().count() < tokens.size()) {
            throw new IllegalArgumentException(network.code() + ": a token is named twice");
        }
    }

    /// The network as the catalogue has it.
    public static NetworkSetting of(Network network) {
        return new NetworkSetting(network, Optional.empty(), List.of());
    }
}
