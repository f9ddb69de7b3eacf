package dev.offramp.app;

import dev.offramp.bulletins.Bulletins;
import dev.offramp.chains.ChainId;
import dev.offramp.health.Health;
import java.util.List;

/// Hands the rooms of a platform to those that say how it stands.
final class StatusRooms {

    private StatusRooms() {}

    static Bulletins bulletins(Platform platform) {
        Bulletins.Uses uses = new Bulletins.Uses(
                platform.db(),
                platform.clock(),
                platform.ids(),
                platform.serverKey(),
                platform.jobs(),
                platform.mail(),
                platform.webhooks().open());
        return Bulletins.create(uses, platform.noticeRules().publicUrl());
    }

    static Health health(Platform platform) {
        Health.Uses uses = new Health.Uses(
                platform.db(),
                platform.clock(),
                platform.deposits(),
                platform.payouts(),
                platform.webhooks(),
                platform.rates(),
                platform.assets(),
                platform.requests(),
                bulletins(platform));
        List<ChainId> followed =
                platform.watched().stream().map(its -> its.chain().id()).toList();
        return Health.create(uses, followed, platform.noticeRules().isProductionEnabled());
    }
}
