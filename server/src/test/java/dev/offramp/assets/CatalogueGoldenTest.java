package dev.offramp.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ManualClock;
import dev.offramp.tenancy.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What integrators keep in their own code: codes, ids, order. `-Dgolden.write=true` writes the files anew.
class CatalogueGoldenTest {

    private final Assets assets = Assets.create(new ManualClock(), "https://pay.example", List.of());

    @ParameterizedTest
    @EnumSource
    void listsWhatItAlwaysListed(Environment environment) throws IOException {
        Path golden = Path.of("src/test/resources/golden/assets-" + environment.code() + ".txt");
        String listed = String.join(
                "\n",
                assets.list(environment).stream().map(CatalogueGoldenTest::line).toList());

        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, listed + "\n");
        }

        assertThat(listed + "\n").isEqualTo(Files.readString(golden));
    }

    private static String line(Asset asset) {
        return String.join(
                " ",
                asset.id().toString(),
                asset.code().toString(),
                asset.symbol(),
                asset.network().code(),
                asset.type(),
                asset.isAccountBased() ? "accounts" : "outputs",
                asset.contract().orElse("-"),
                "decimals=" + asset.decimals(),
                "minimum=" + asset.minimumUsd(),
                "flagFee=" + asset.flagFeeUsd(),
                "confirmations=" + asset.confirmations(),
                asset.icon(),
                asset.transactionLink(),
                "'" + asset.name() + "'");
    }
}
