package dev.offramp.bench.lists;

import dev.offramp.app.Platform;
import dev.offramp.assets.Asset;
import dev.offramp.db.DatabaseAddress;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// A tenant with very many deposits.
public final class LongList {

    static final int WALLETS = 300;
    private static final long FILLED_AT_ONCE = 50_000;

    private final Platform platform;
    private final Tenant tenant;
    private final Instant start;
    private final List<Wallet> wallets = new ArrayList<>();
    private final FillStore fill = new FillStore();

    /// Makes the wallets; the list is empty.
    ///
    /// @param start when deposit 0 would have been made; deposit `n` is `n` seconds younger
    public LongList(Platform platform, Tenant tenant, Instant start) {
        this.platform = platform;
        this.tenant = tenant;
        this.start = start;
        Asset asset = platform.assets().find(new AssetCode("SOL_USDC_JKVK")).orElseThrow();
        for (int i = 0; i < WALLETS; i++) {
            Generation made = platform.wallets().generate(tenant, asset, new Label("customer " + i));
            wallets.add(((Generation.Generated) made).wallet());
        }
    }

    List<Wallet> wallets() {
        return wallets;
    }

    /// Adds deposits `first` to `last`.
    public void fill(long first, long last) {
        for (long next = first; next <= last; next += FILLED_AT_ONCE) {
            long from = next;
            long to = Math.min(last, next + FILLED_AT_ONCE - 1);
            platform.db().run(tx -> fill.insert(tx, tenant, wallets, start, from, to));
        }
    }

    /// What the server's own vacuuming does in its time.
    public static void vacuum(DatabaseAddress address, String table) {
        Properties login = new Properties();
        address.user().ifPresent(user -> login.put("user", user));
        address.password().ifPresent(password -> login.put("password", password));
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), login);
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM (ANALYZE) " + table);
        } catch (SQLException e) {
            throw new IllegalStateException("could not vacuum", e);
        }
    }
}
