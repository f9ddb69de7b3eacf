package dev.offramp.dashboard.part;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.chains.ChainId;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.IntegrationId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What things are called on the pages of operators, which show both environments and all businesses.
public final class Places {

    private Places() {}

    public static String name(Environment environment) {
        return switch (environment) {
            case PRODUCTION -> "Production";
            case DEVELOPMENT -> "Development";
        };
    }

    public static String name(ChainId chain) {
        return chain.network().displayName() + ", " + name(chain.environment()).toLowerCase(Locale.ROOT);
    }

    /// Where a chain's page lies.
    public static String path(ChainId chain) {
        return "/operator/chains/" + chain.environment().code() + "/"
                + chain.network().code();
    }

    /// A business by its name, with where its page lies.
    public record Owner(String name, String path) {}

    /// All businesses, for the names of many rows.
    public static Map<IntegrationId, Owner> owners(List<Integration> integrations) {
        return integrations.stream().collect(Collectors.toMap(Integration::id, Places::owner));
    }

    public static Owner owner(Integration integration) {
        return new Owner(integration.name(), "/operator/integrations/" + integration.merchantReference());
    }

    /// Units of an asset as people read them.
    public record Coins(String amount, String unit) {}

    public static Coins coins(Assets assets, AssetCode code, BigInteger units) {
        Optional<Asset> asset = assets.find(code);
        BigDecimal amount = new BigDecimal(units, asset.map(Asset::decimals).orElse(0));
        String plain = Figures.number(amount.signum() == 0 ? BigDecimal.ZERO : trimmed(amount));
        return new Coins(plain, asset.map(Asset::symbol).orElse(code.value()));
    }

    /// An asset as people call it: its symbol and where it is, or the currency.
    public static String asset(Assets assets, AssetCode code) {
        return assets.find(code)
                .map(asset -> asset.symbol() + " on " + asset.network().displayName())
                .orElse(code.value());
    }

    private static BigDecimal trimmed(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
