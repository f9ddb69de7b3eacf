package dev.offramp.app;

import dev.offramp.dashboard.DashboardSettings;
import dev.offramp.dashboard.Uses;
import dev.offramp.operations.DepositFinder;
import dev.offramp.operations.Reconciliations;

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
                platform.facts(),
                platform.figures(),
                platform.reports(),
                platform.settlements(),
                platform.webhooks(),
                platform.gates(),
                platform.jobs(),
                platform.loopBook(),
                Reconciliations.create(platform.db(), platform.clock(), platform.jobs()),
                finder(platform),
                platform.mail(),
                platform.notices(),
                platform.bulletins(),
                platform.health(),
                platform.requests(),
                platform.drafts(),
                platform.clock());
    }

    /// It may ask every chain that is followed here.
    private static DepositFinder finder(Platform platform) {
        return DepositFinder.create(
                new DepositFinder.Uses(
                        platform.db(),
                        platform.assets(),
                        platform.wallets(),
                        platform.deposits(),
                        platform.withdrawals()),
                platform.watched().stream().map(Platform.Watched::chain).toList());
    }
}
