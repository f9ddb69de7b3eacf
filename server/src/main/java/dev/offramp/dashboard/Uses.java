package dev.offramp.dashboard;

import dev.offramp.assets.Assets;
import dev.offramp.conversions.Conversions;
import dev.offramp.db.Database;
import dev.offramp.deposits.Deposits;
import dev.offramp.destinations.Destinations;
import dev.offramp.gates.Gates;
import dev.offramp.jobs.Jobs;
import dev.offramp.ledger.Ledger;
import dev.offramp.outflows.Outflows;
import dev.offramp.payouts.Banks;
import dev.offramp.payouts.Payouts;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.people.People;
import dev.offramp.rates.Rates;
import dev.offramp.settlement.Settlements;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.trail.Trail;
import dev.offramp.wallets.Wallets;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.withdrawals.SavedAddresses;
import dev.offramp.withdrawals.Withdrawals;

/// The rooms that pages use.
public record Uses(
        Database db,
        DashboardSettings settings,
        People people,
        Trail trail,
        Tenancy tenancy,
        Assets assets,
        Rates rates,
        Wallets wallets,
        Destinations destinations,
        Deposits deposits,
        Banks banks,
        SavedBanks savedBanks,
        Payouts payouts,
        Withdrawals withdrawals,
        SavedAddresses savedAddresses,
        Outflows outflows,
        Conversions conversions,
        Ledger ledger,
        Settlements settlements,
        Webhooks webhooks,
        Gates gates,
        Jobs jobs) {}
