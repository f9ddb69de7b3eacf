package dev.offramp.chains.evm;

import dev.offramp.assets.AddressFamily;
import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.money.AssetCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a networks file to its end and collects every fault on the way, so that it is mended in one go.
final class NetworksFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Set<String> NETWORK_FIELDS = Set.of(
            "chainId", "urls", "confirmations", "startHeight", "traces", "tokens", "gasLimit", "gasPriceMaxGwei");
    private static final Set<String> TOKEN_FIELDS = Set.of("contract", "decimals");
    private static final int CONFIRMATIONS_MAX = 10_000;
    private static final int DECIMALS_MAX = 30;

    /// What a plain transaction takes on every network.
    private static final long GAS_LIMIT_MIN = 21_000;

    private static final long GAS_LIMIT_MAX = 30_000_000;
    private static final int GWEI_DECIMALS = 9;
    private static final BigDecimal GWEI_MAX = BigDecimal.valueOf(1_000_000);

    private final List<String> faults = new ArrayList<>();
    private final Set<AssetCode> codes = new HashSet<>();

    EvmNetworks read(String json) {
        List<EvmNetwork> networks = new ArrayList<>();
        tree(json)
                .ifPresent(root -> root.properties()
                        .forEach(entry -> known(entry.getKey())
                                .ifPresent(
                                        network -> networks.add(network(network, entry.getKey(), entry.getValue())))));
        return faults.isEmpty()
                ? new EvmNetworks.Read(List.copyOf(networks))
                : new EvmNetworks.Faulty(List.copyOf(faults));
    }

    /// The parser's own words may quote the file, and with it a secret: only the place is told.
    private Optional<JsonNode> tree(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root.isObject()) {
                return Optional.of(root);
            }
            faults.add("the file must be one JSON object, network names to settings");
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            faults.add("not JSON, or a name twice in one object: line " + place.getLineNr() + ", column "
                    + place.getColumnNr());
        }
        return Optional.empty();
    }

    private Optional<Network> known(String name) {
        Optional<Network> network = evmNetworks().stream()
                .filter(candidate -> candidate.code().equals(name))
                .findFirst();
        if (network.isEmpty()) {
            String names = evmNetworks().stream().map(Network::code).collect(Collectors.joining(", "));
            faults.add(name + ": no such EVM network; there are " + names);
        }
        return network;
    }

    private static List<Network> evmNetworks() {
        return Arrays.stream(Network.values())
                .filter(network -> network.family() == AddressFamily.EVM)
                .toList();
    }

    private EvmNetwork network(Network network, String at, JsonNode node) {
        refuseOthers(at, node, NETWORK_FIELDS);
        return new EvmNetwork(
                network,
                number(at + ".chainId", node.path("chainId"), 1, Long.MAX_VALUE),
                urls(at + ".urls", node.path("urls")),
                (int) number(at + ".confirmations", node.path("confirmations"), 1, CONFIRMATIONS_MAX),
                startHeight(at + ".startHeight", node.path("startHeight")),
                traces(at + ".traces", node.path("traces")),
                tokens(at + ".tokens", node.path("tokens")),
                new EvmNetwork.Sending(
                        gasLimit(at + ".gasLimit", node.path("gasLimit")),
                        gasPriceMax(at + ".gasPriceMaxGwei", node.path("gasPriceMaxGwei"))));
    }

    private long gasLimit(String at, JsonNode node) {
        return node.isMissingNode()
                ? EvmNetwork.Sending.STANDARD.gasLimit()
                : number(at, node, GAS_LIMIT_MIN, GAS_LIMIT_MAX);
    }

    /// Gwei are a billion wei; ten wei are the finest that prices have.
    private BigInteger gasPriceMax(String at, JsonNode node) {
        if (node.isNumber()) {
            BigDecimal gwei = node.decimalValue().stripTrailingZeros();
            if (gwei.signum() > 0 && gwei.scale() < GWEI_DECIMALS && gwei.compareTo(GWEI_MAX) <= 0) {
                return gwei.movePointRight(GWEI_DECIMALS).toBigIntegerExact();
            }
        }
        if (!node.isMissingNode()) {
            faults.add(at + ": must be a number of gwei above 0, at most " + GWEI_MAX + ", with at most 8 decimals");
        }
        return EvmNetwork.Sending.STANDARD.gasPriceMax();
    }

    private void refuseOthers(String at, JsonNode node, Set<String> fields) {
        if (!node.isObject()) {
            faults.add(at + ": must be an object");
        }
        for (String name : node.propertyNames()) {
            if (!fields.contains(name)) {
                faults.add(at + "." + name + ": unknown setting");
            }
        }
    }

    private long number(String at, JsonNode node, long min, long max) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            long value = node.longValue();
            if (value >= min && value <= max) {
                return value;
            }
        }
        faults.add(at + ": must be a whole number from " + min + (max == Long.MAX_VALUE ? " on" : " to " + max));
        return min;
    }

    private OptionalLong startHeight(String at, JsonNode node) {
        return node.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(number(at, node, 0, Long.MAX_VALUE));
    }

    private List<URI> urls(String at, JsonNode node) {
        if (!node.isArray() || node.isEmpty()) {
            faults.add(at + ": must be a list of one or more URLs");
            return List.of();
        }
        List<URI> urls = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            url(at + "[" + i + "]", node.get(i)).ifPresent(urls::add);
        }
        if (new HashSet<>(urls).size() < urls.size()) {
            faults.add(at + ": the same URL twice");
        }
        return urls;
    }

    private Optional<URI> url(String at, JsonNode node) {
        try {
            URI url = URI.create(node.isString() ? node.stringValue() : "");
            boolean isWeb = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (isWeb && url.getHost() != null) {
                return Optional.of(url);
            }
        } catch (IllegalArgumentException e) {
            // Its message quotes the URL; the line below says enough.
        }
        faults.add(at + ": must be an http or https URL");
        return Optional.empty();
    }

    private EvmNetwork.Traces traces(String at, JsonNode node) {
        if (node.isMissingNode()) {
            return EvmNetwork.Traces.AUTO;
        }
        for (EvmNetwork.Traces traces : EvmNetwork.Traces.values()) {
            if (node.isString() && traces.code().equals(node.stringValue())) {
                return traces;
            }
        }
        faults.add(at + ": must be auto, on or off");
        return EvmNetwork.Traces.AUTO;
    }

    private Map<AssetCode, EvmNetwork.Token> tokens(String at, JsonNode node) {
        Map<AssetCode, EvmNetwork.Token> tokens = new LinkedHashMap<>();
        if (node.isMissingNode()) {
            return tokens;
        }
        if (!node.isObject()) {
            faults.add(at + ": must be an object, asset codes to contracts");
        }
        Map<Address, String> owners = new HashMap<>();
        node.properties().forEach(entry -> {
            String place = at + "." + entry.getKey();
            token(place, entry.getValue()).ifPresent(token -> {
                claim(place, token, owners);
                code(place, entry.getKey()).ifPresent(code -> tokens.put(code, token));
            });
        });
        return tokens;
    }

    private void claim(String at, EvmNetwork.Token token, Map<Address, String> owners) {
        String other = owners.putIfAbsent(token.contract(), at);
        if (other != null) {
            faults.add(at + ": the same contract as " + other);
        }
    }

    private Optional<AssetCode> code(String at, String text) {
        if (!text.matches("[A-Z0-9_]{1,64}")) {
            faults.add(at + ": no asset code");
            return Optional.empty();
        }
        AssetCode code = new AssetCode(text);
        if (!codes.add(code)) {
            faults.add(at + ": that asset is on another network already");
        }
        return Optional.of(code);
    }

    private Optional<EvmNetwork.Token> token(String at, JsonNode node) {
        refuseOthers(at, node, TOKEN_FIELDS);
        int decimals = (int) number(at + ".decimals", node.path("decimals"), 0, DECIMALS_MAX);
        JsonNode contract = node.path("contract");
        if (contract.isString() && Checksum.isPlausible(contract.stringValue())) {
            return Optional.of(new EvmNetwork.Token(Checksum.canonical(contract.stringValue()), decimals));
        }
        faults.add(at + ".contract: must be an address, 0x and 40 digits, with a right checksum if it mixes cases");
        return Optional.empty();
    }
}
