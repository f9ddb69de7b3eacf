package dev.offramp.http;

import dev.offramp.assets.Assets;
import dev.offramp.conversions.Conversions;
import dev.offramp.db.Database;
import dev.offramp.deposits.Deposits;
import dev.offramp.destinations.Destinations;
import dev.offramp.gates.Gates;
import dev.offramp.http.account.SetMarkup;
import dev.offramp.http.account.ShowIntegration;
import dev.offramp.http.asset.CalculateRate;
import dev.offramp.http.asset.ListAssets;
import dev.offramp.http.asset.ListSellRates;
import dev.offramp.http.asset.ShowMarketPrice;
import dev.offramp.http.bank.AccountCheck;
import dev.offramp.http.bank.AddBank;
import dev.offramp.http.bank.DeleteBank;
import dev.offramp.http.bank.ListBanks;
import dev.offramp.http.bank.ListSavedBanks;
import dev.offramp.http.bank.ShowSavedBank;
import dev.offramp.http.bank.ValidateAccount;
import dev.offramp.http.conversion.BuyDollars;
import dev.offramp.http.conversion.SellDollars;
import dev.offramp.http.trade.ListTrades;
import dev.offramp.http.trade.ListTransactions;
import dev.offramp.http.trade.MakeMockTrade;
import dev.offramp.http.trade.ShowTrade;
import dev.offramp.http.trade.TradeRendering;
import dev.offramp.http.wallet.GenerateAddress;
import dev.offramp.http.wallet.LinkBank;
import dev.offramp.http.wallet.ListWallets;
import dev.offramp.http.wallet.SetAutoSettlement;
import dev.offramp.http.wallet.ShowWallet;
import dev.offramp.http.wallet.WalletRendering;
import dev.offramp.http.webhook.ListWebhookEvents;
import dev.offramp.http.webhook.ListenForEvents;
import dev.offramp.http.webhook.ReplayWebhooks;
import dev.offramp.http.webhook.ResendWebhooks;
import dev.offramp.http.webhook.ShowWebhookEvent;
import dev.offramp.http.withdrawal.AddAddress;
import dev.offramp.http.withdrawal.AddressRendering;
import dev.offramp.http.withdrawal.DeleteAddress;
import dev.offramp.http.withdrawal.ExternalIds;
import dev.offramp.http.withdrawal.ListAddresses;
import dev.offramp.http.withdrawal.ListSentCoins;
import dev.offramp.http.withdrawal.ListWithdrawals;
import dev.offramp.http.withdrawal.ShowWithdrawal;
import dev.offramp.http.withdrawal.WithdrawToAddress;
import dev.offramp.http.withdrawal.WithdrawToBank;
import dev.offramp.ledger.Ledger;
import dev.offramp.outflows.Outflows;
import dev.offramp.payouts.Banks;
import dev.offramp.payouts.Payouts;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.wallets.Wallets;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.withdrawals.SavedAddresses;
import dev.offramp.withdrawals.Withdrawals;
import java.util.List;
import java.util.stream.Stream;

/// The whole of `/v1`, on one screen.
public final class Endpoints {

    /// The rooms they use.
    public record Uses(
            Database db,
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
            Webhooks webhooks,
            Gates gates) {}

    private Endpoints() {}

    public static List<Endpoint> all(Uses uses) {
        return Stream.of(
                        assets(uses),
                        wallets(uses),
                        trades(uses),
                        banks(uses),
                        withdrawals(uses),
                        conversions(uses),
                        account(uses),
                        webhooks(uses))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Endpoint> assets(Uses uses) {
        return List.of(
                new ListAssets("/trades/assets", uses.db, uses.assets, uses.rates, uses.tenancy),
                new ListAssets("/trades/sell/assets", uses.db, uses.assets, uses.rates, uses.tenancy),
                new CalculateRate(uses.db, uses.assets, uses.rates, uses.tenancy),
                new ListSellRates(uses.db, uses.assets, uses.rates, uses.tenancy),
                new ShowMarketPrice(uses.db, uses.assets, uses.rates));
    }

    private static List<Endpoint> wallets(Uses uses) {
        AccountCheck accounts = new AccountCheck(uses.banks, uses.payouts);
        WalletRendering rendering = new WalletRendering(uses.assets, uses.destinations);
        return List.of(
                new GenerateAddress(uses.db, uses.assets, uses.wallets, uses.destinations, accounts),
                new ListWallets(uses.db, uses.wallets, rendering),
                new ShowWallet(uses.db, uses.wallets, uses.deposits, rendering, tradeRendering(uses)),
                new LinkBank(uses.wallets, uses.destinations, accounts),
                new SetAutoSettlement(uses.wallets, uses.destinations));
    }

    private static List<Endpoint> trades(Uses uses) {
        TradeRendering rendering = tradeRendering(uses);
        return List.of(
                new ListTransactions(),
                new ListTrades(uses.db, uses.deposits, rendering),
                new ShowTrade("/trades/transactions/{id}", uses.db, uses.deposits, rendering),
                new ShowTrade("/trades/sell/{id}", uses.db, uses.deposits, rendering),
                new MakeMockTrade(uses.assets, uses.deposits));
    }

    private static TradeRendering tradeRendering(Uses uses) {
        return new TradeRendering(uses.assets, uses.wallets, uses.deposits, uses.outflows);
    }

    private static List<Endpoint> banks(Uses uses) {
        AccountCheck accounts = new AccountCheck(uses.banks, uses.payouts);
        return List.of(
                new ListBanks(uses.banks),
                new ValidateAccount(accounts),
                new AddBank(accounts, uses.savedBanks),
                new ListSavedBanks(uses.db, uses.savedBanks, uses.banks),
                new ShowSavedBank(uses.savedBanks, uses.banks),
                new DeleteBank(uses.savedBanks));
    }

    private static List<Endpoint> withdrawals(Uses uses) {
        ExternalIds externalIds = new ExternalIds(uses.gates);
        AddressRendering addresses = new AddressRendering(uses.assets);
        return List.of(
                new WithdrawToBank(uses.tenancy, uses.savedBanks, uses.payouts, uses.outflows, externalIds),
                new WithdrawToAddress(uses.tenancy, uses.withdrawals, uses.outflows, externalIds),
                new ListSentCoins(uses.db, uses.withdrawals),
                new AddAddress(uses.withdrawals, uses.savedAddresses, addresses),
                new ListAddresses(uses.db, uses.savedAddresses, addresses),
                new DeleteAddress(uses.savedAddresses),
                new ListWithdrawals(uses.db, uses.outflows),
                new ShowWithdrawal(uses.outflows, externalIds));
    }

    private static List<Endpoint> conversions(Uses uses) {
        return List.of(
                new SellDollars(uses.tenancy, uses.conversions, uses.savedBanks, uses.payouts),
                new BuyDollars(uses.tenancy, uses.conversions, uses.savedAddresses, uses.withdrawals));
    }

    private static List<Endpoint> account(Uses uses) {
        return List.of(
                new ShowIntegration(uses.db, uses.tenancy, uses.ledger, uses.webhooks), new SetMarkup(uses.tenancy));
    }

    private static List<Endpoint> webhooks(Uses uses) {
        return List.of(
                new ListWebhookEvents(uses.db, uses.webhooks),
                new ShowWebhookEvent(uses.webhooks),
                new ResendWebhooks(uses.webhooks),
                new ReplayWebhooks(uses.webhooks),
                new ListenForEvents(uses.webhooks));
    }
}
