package dev.offramp.app;

import dev.offramp.health.Health;
import dev.offramp.metrics.Metrics;
import dev.offramp.operations.Reconciliations;
import java.util.Optional;

/// Hands the rooms of a platform to what measures them, where somebody wants that.
final class MetricsRooms {

    private MetricsRooms() {}

    /// @param requestsMax how many requests are worked on at once
    static Optional<Metrics> of(Settings settings, Platform platform, Health health, int requestsMax) {
        return settings.metricsToken().map(token -> Metrics.create(uses(platform, health), requestsMax, token));
    }

    static Metrics.Uses uses(Platform platform, Health health) {
        return new Metrics.Uses(
                platform.db(),
                platform.clock(),
                platform.deposits(),
                platform.payouts(),
                platform.withdrawals(),
                platform.webhooks(),
                platform.jobs(),
                platform.loopBook(),
                Reconciliations.create(platform.db(), platform.clock(), platform.jobs()),
                platform.trail(),
                health,
                platform.watched().stream().map(its -> its.chain().id()).toList());
    }
}
