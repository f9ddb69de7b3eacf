package dev.offramp.app;

import dev.offramp.dashboard.DashboardSettings;
import dev.offramp.dashboard.Uses;

/// Hands the rooms of a platform to the dashboard.
public final class DashboardRooms {

    private DashboardRooms() {}

    public static Uses of(Platform platform, DashboardSettings settings) {
        return new Uses(
                platform.db(),
                settings,
                platform.people(),
                platform.trail(),
                platform.tenancy(),
                platform.assets(),
                platform.rates(),
                platform.wallets(),
                platform.destinations(),
                platform.deposits(),
                platform.banks(),
                platform.savedBanks(),
                platform.payouts(),
                platform.withdrawals(),
                platform.savedAddresses(),
                platform.outflows(),
                platform.conversions(),
                platform.ledger(),
                platform.settlements(),
                platform.webhooks(),
                platform.gates(),
                platform.jobs());
    }
}
