package dev.offramp.assets;

import dev.offramp.db.ObjectId;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the catalogue's files, one per environment, and applies what the operator set for production networks.
final class CatalogueReader {

    private static final int COLUMNS = 10;
    private static final String NATIVE_COIN = "-";
    private static final String CODE_ITSELF = "code";

    /// Ids that Breet's own sandbox is known to use; all others follow from the code.
    private static final Map<String, String> KNOWN_IDS = Map.of("SOL_USDC_JKVK", "69b3e33d5aef202395e800e8");

    private final String publicUrl;
    private final Explorers explorers = Explorers.load();

    /// @param publicUrl where this server is reached, without a slash at the end
    CatalogueReader(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    Catalogue read(List<NetworkSetting> production) {
        List<Asset> all = new ArrayList<>(read(Environment.DEVELOPMENT, "/catalogue/development.txt"));
        all.addAll(new NetworkOverrides(production).applied(read(Environment.PRODUCTION, "/catalogue/production.txt")));
        return new Catalogue(all);
    }

    List<Asset> read(Environment environment, String resource) {
        return Table.read(resource, COLUMNS, row -> asset(environment, row));
    }

    private Asset asset(Environment environment, Table.Row row) {
        AssetCode code = new AssetCode(row.text(0));
        Network network = Network.parse(row.text(2))
                .orElseThrow(() -> new IllegalArgumentException("no network: " + row.text(2)));
        String symbol = row.text(1);
        return new Asset(
                id(code),
                code,
                environment,
                row.text(9),
                symbol,
                network,
                row.text(3),
                between(0, row.number(4), Asset.DECIMALS_MAX),
                contract(environment, code, row.text(5)),
                new BigDecimal(row.text(6)),
                new BigDecimal(row.text(7)),
                between(1, row.number(8), Integer.MAX_VALUE),
                network.family().isAccountBased(),
                publicUrl + "/icons/" + symbol.toLowerCase(Locale.ROOT) + ".svg",
                explorers.link(environment, network));
    }

    private static int between(int least, int number, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(number + " is not " + least + " to " + most);
        }
        return number;
    }

    private static Optional<String> contract(Environment environment, AssetCode code, String cell) {
        if (cell.equals(NATIVE_COIN)) {
            return Optional.empty();
        }
        if (cell.equals(CODE_ITSELF) != (environment == Environment.DEVELOPMENT)) {
            throw new IllegalArgumentException("a token's contract is its code in development, and only there");
        }
        return Optional.of(cell.equals(CODE_ITSELF) ? code.value() : cell);
    }

    /// The same in every installation, so that clients may keep them.
    private static AssetId id(AssetCode code) {
        String known = KNOWN_IDS.get(code.value());
        return new AssetId(
                new ObjectId(known != null ? known : sha256(code.value()).substring(0, ObjectId.LENGTH)));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
