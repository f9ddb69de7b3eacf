package dev.offramp.app;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.assets.Network;
import dev.offramp.assets.NetworkSetting;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.evm.EvmChain;
import dev.offramp.chains.evm.EvmNetwork;
import dev.offramp.chains.evm.EvmNetworks;
import dev.offramp.db.StartRefused;
import dev.offramp.db.Trouble;
import dev.offramp.keys.Keys;
import dev.offramp.tenancy.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The networks of `OFFRAMP_NETWORKS_FILE`.
record RealChains(List<EvmNetwork> networks) {

    /// Between two looks at a real chain.
    private static final Duration REST = Duration.ofSeconds(1);

    /// @throws StartRefused when the file cannot be read or used, with each fault and its place in it
    static RealChains read(Optional<Path> file) {
        return new RealChains(file.map(RealChains::read).orElse(List.of()));
    }

    private static List<EvmNetwork> read(Path file) {
        return switch (EvmNetworks.parse(text(file))) {
            case EvmNetworks.Read(List<EvmNetwork> networks) -> networks;
            case EvmNetworks.Faulty(List<String> lines) ->
                throw new StartRefused("OFFRAMP_NETWORKS_FILE, " + file + ": " + String.join("; ", lines));
        };
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StartRefused("OFFRAMP_NETWORKS_FILE cannot be read: " + file, e);
        }
    }

    /// What the catalogue must know of them.
    List<NetworkSetting> settings() {
        return networks.stream().map(RealChains::setting).toList();
    }

    private static NetworkSetting setting(EvmNetwork network) {
        List<NetworkSetting.Token> tokens = network.tokens().entrySet().stream()
                .map(token -> new NetworkSetting.Token(
                        token.getKey(),
                        token.getValue().contract().value(),
                        token.getValue().decimals()))
                .sorted(Comparator.comparing(token -> token.code().value()))
                .toList();
        return new NetworkSetting(network.network(), Optional.of(network.confirmations()), tokens);
    }

    /// Looks at each node, and through them at the contracts of the tokens.
    List<Finding> check(InstantSource clock, Assets assets) {
        List<Finding> findings = new ArrayList<>();
        for (EvmNetwork network : networks) {
            try (EvmChain chain = EvmChain.create(network, clock)) {
                chain.nodes().forEach((node, fault) -> findings.add(Finding.of(node, fault, "it answers")));
                findings.add(tokens(chain, network.network(), assets));
            }
        }
        return findings;
    }

    private static Finding tokens(EvmChain chain, Network network, Assets assets) {
        String subject = network.code() + " tokens";
        List<Asset> all = assets.list(Environment.PRODUCTION).stream()
                .filter(asset -> asset.network() == network)
                .toList();
        try {
            String faults = chain.faults(all).entrySet().stream()
                    .map(fault -> fault.getKey() + " " + fault.getValue())
                    .sorted()
                    .collect(Collectors.joining("; "));
            return Finding.of(subject, Optional.of(faults).filter(text -> !text.isEmpty()), "as the catalogue says");
        } catch (Trouble trouble) {
            return Finding.skipped(subject, "no node answers");
        }
    }

    /// The chains themselves, to be followed and to be sent on; nothing is asked of a node yet.
    ///
    /// @param keep told of each, to close it
    List<Platform.Watched> open(InstantSource clock, Keys keys, Consumer<EvmChain> keep) {
        return networks.stream()
                .map(network -> {
                    EvmChain chain = EvmChain.create(network, clock);
                    keep.accept(chain);
                    Optional<CoinSender> sender = keys.hotWallet(
                                    Environment.PRODUCTION, network.network().family())
                            .map(chain::sender);
                    return new Platform.Watched(chain, sender, network.startHeight(), REST);
                })
                .toList();
    }
}
