package dev.offramp.chains.evm;

import java.util.List;

/// What the networks file (`OFFRAMP_NETWORKS_FILE`) says. One object, a network's lower-case name to its settings:
///
/// ```json
/// {"ethereum": {
///     "chainId": 1,
///     "urls": ["http://127.0.0.1:8545", "https://eth.example/v2/SECRET"],
///     "confirmations": 12,
///     "startHeight": 23000000,
///     "traces": "auto",
///     "tokens": {"USDT_ERC20": {"contract": "0xdAC17F958D2ee523a2206206994597C13D831ec7", "decimals": 6}},
///     "gasLimit": 100000,
///     "gasPriceMaxGwei": 500}}
/// ```
///
/// `urls` are tried in their order; `startHeight`, `traces` (`auto`, `on`, `off`), `tokens`, `gasLimit` and
/// `gasPriceMaxGwei` may be left out, and nothing else is known: a slip of the pen is a fault, not a setting ignored.
public sealed interface EvmNetworks {

    /// A sound file.
    record Read(List<EvmNetwork> networks) implements EvmNetworks {}

    /// One line per fault, each with its place in the file and without any URL.
    record Faulty(List<String> lines) implements EvmNetworks {}

    static EvmNetworks parse(String json) {
        return new NetworksFile().read(json);
    }
}
