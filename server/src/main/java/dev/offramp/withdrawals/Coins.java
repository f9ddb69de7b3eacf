package dev.offramp.withdrawals;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.assets.Network;
import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be sent: every token on every network of the contract, but USDC on TON, which nobody issues.
///
/// Code, contract and confirmations are those of the catalogue. Two pairs can be sent without being taken as deposits,
/// and are known here alone.
final class Coins {

    private static final int DECIMALS = 6;
    private static final int DECIMALS_BSC = 18;

    private final Assets assets;

    Coins(Assets assets) {
        this.assets = assets;
    }

    List<Coin> all(Environment environment) {
        List<Coin> all = new ArrayList<>();
        for (TokenNetwork network : TokenNetwork.values()) {
            for (Token token : Token.values()) {
                find(environment, token, network).ifPresent(all::add);
            }
        }
        return all;
    }

    Optional<Coin> find(Environment environment, Token token, TokenNetwork network) {
        return assets.list(environment).stream()
                .filter(asset ->
                        asset.network() == network.network() && asset.symbol().equals(token.name()))
                .findFirst()
                .map(asset -> coin(token, network, asset))
                .or(() -> beyondCatalogue(environment, token, network));
    }

    /// The dollars per coin are those of the token wherever it is.
    Asset priced(Environment environment, Token token) {
        return assets.list(environment).stream()
                .filter(asset -> asset.symbol().equals(token.name()))
                .findFirst()
                .orElseThrow();
    }

    /// What the network itself takes for its work. Networks whose coin is not in the catalogue have one in the books.
    AssetCode gas(Environment environment, Network network) {
        return assets.of(environment, network, Optional.empty())
                .map(Asset::code)
                .orElseGet(() -> new AssetCode("GAS_" + network.name()));
    }

    private static Coin coin(Token token, TokenNetwork network, Asset asset) {
        Address contract = new Address(asset.contract().orElseThrow());
        return new Coin(token, network, asset.code(), asset.decimals(), contract, asset.confirmations());
    }

    private Optional<Coin> beyondCatalogue(Environment environment, Token token, TokenNetwork network) {
        if (token != Token.USDC) {
            return Optional.empty();
        }
        boolean test = environment == Environment.DEVELOPMENT;
        return switch (network) {
            case TRC20 -> Optional.of(test ? sandbox(network, "USDC_TRX_TEST", DECIMALS) : tron(environment, network));
            case BSC -> test ? Optional.empty() : Optional.of(bsc(environment, network));
            case ERC20, SOL, TON -> Optional.empty();
        };
    }

    private Coin sandbox(TokenNetwork network, String code, int decimals) {
        int confirmations = confirmations(Environment.DEVELOPMENT, network);
        return new Coin(Token.USDC, network, new AssetCode(code), decimals, new Address(code), confirmations);
    }

    private Coin tron(Environment environment, TokenNetwork network) {
        Address contract = new Address("TEkxiTehnzSmSe2XqrBj4w32RUN966rdz8");
        int confirmations = confirmations(environment, network);
        return new Coin(Token.USDC, network, new AssetCode("TRX_USDC"), DECIMALS, contract, confirmations);
    }

    private Coin bsc(Environment environment, TokenNetwork network) {
        Address contract = new Address("0x8AC76a51cc950d9822D68b83fE1Ad97B32Cd580d");
        int confirmations = confirmations(environment, network);
        return new Coin(Token.USDC, network, new AssetCode("USDC_BSC"), DECIMALS_BSC, contract, confirmations);
    }

    private int confirmations(Environment environment, TokenNetwork network) {
        return find(environment, Token.USDT, network).orElseThrow().confirmations();
    }
}
