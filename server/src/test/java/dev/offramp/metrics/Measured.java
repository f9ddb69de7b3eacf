package dev.offramp.metrics;

import dev.offramp.app.Stage;
import dev.offramp.assets.Network;
import dev.offramp.chains.ChainId;
import dev.offramp.db.Database;
import dev.offramp.db.Outage;
import dev.offramp.health.Health;
import dev.offramp.jobs.LoopBook;
import dev.offramp.operations.Reconciliations;
import dev.offramp.tenancy.Environment;
import dev.offramp.web.Body;
import dev.offramp.web.Content;
import dev.offramp.web.Peer;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A platform that is measured, with a database that may go away.
final class Measured implements AutoCloseable {

    static final String TOKEN = "0123456789abcdef-right";
    static final int REQUESTS_MAX = 32;

    /// However busy the machine is.
    private static final Duration LONG = Duration.ofMinutes(1);

    final Stage stage = new Stage();
    final LoopBook loopBook = stage.platform.loopBook();
    final Health health;
    final Reconciliations reconciliations;
    final Metrics metrics;
    final Outage outage = new Outage();
    private final Database ours = Database.join(stage.database.address(), 4, outage);

    Measured() {
        ChainId solana = new ChainId(Environment.DEVELOPMENT, Network.SOLANA);
        health = stage.health(ours, List.of(solana));
        reconciliations = Reconciliations.create(stage.database.database(), stage.clock, stage.platform.jobs());
        metrics = new Metrics(uses(List.of(solana)), REQUESTS_MAX, new MetricsToken(TOKEN), LONG);
    }

    private Metrics.Uses uses(List<ChainId> followed) {
        return new Metrics.Uses(
                ours,
                stage.clock,
                stage.platform.deposits(),
                stage.platform.payouts(),
                stage.platform.withdrawals(),
                stage.platform.webhooks(),
                stage.platform.jobs(),
                loopBook,
                reconciliations,
                stage.platform.trail(),
                health,
                followed);
    }

    /// Blocks, with all that follows from them, and a measuring turn.
    void pass(int blocks) {
        stage.blocks(blocks);
        stage.platform.payouts().probeStep().runOnce();
        health.measureStep(List.of(), Duration.ofMinutes(5)).runOnce();
    }

    /// Until the database is asked again.
    void forget() {
        stage.clock.advance(Duration.ofSeconds(6));
    }

    Exposition scrape() {
        return Exposition.read(text());
    }

    String text() {
        return body(ask("GET", Map.of("Authorization", "Bearer " + TOKEN)));
    }

    RawAnswer ask(String method, Map<String, String> headers) {
        return metrics.face().answer(request(method, headers));
    }

    private static RawRequest request(String method, Map<String, String> headers) {
        return new RawRequest(
                "r",
                method,
                "/metrics",
                "",
                name -> Optional.ofNullable(headers.get(name)),
                new Peer(InetAddress.ofLiteral("203.0.113.7"), true),
                Content.NONE);
    }

    static String body(RawAnswer answer) {
        return new String(((Body.Whole) answer.body()).bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        metrics.close();
        ours.close();
        stage.close();
    }
}
