package dev.offramp.app;

import dev.offramp.notices.Notices;
import dev.offramp.operations.Reconciliations;

/// Hands the rooms of a platform to the one that tells people of them.
final class NoticeRooms {

    private NoticeRooms() {}

    static Notices of(Platform platform) {
        Notices.Uses uses = new Notices.Uses(
                platform.facts(),
                platform.trail(),
                platform.people(),
                platform.tenancy(),
                platform.mail(),
                platform.webhooks(),
                platform.deposits(),
                platform.withdrawals(),
                platform.rates(),
                Reconciliations.create(platform.db(), platform.clock(), platform.jobs()),
                platform.loopBook());
        return Notices.create(platform.db(), platform.clock(), platform.ids(), uses, platform.noticeRules());
    }
}
