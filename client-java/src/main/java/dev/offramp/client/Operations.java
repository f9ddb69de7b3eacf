// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client;

import dev.offramp.client.api.Account;
import dev.offramp.client.api.AddAddressBody;
import dev.offramp.client.api.AddBankBody;
import dev.offramp.client.api.Asset;
import dev.offramp.client.api.AutoSettlement;
import dev.offramp.client.api.Bank;
import dev.offramp.client.api.BuyDollarsBody;
import dev.offramp.client.api.CalculateRateBody;
import dev.offramp.client.api.Converted;
import dev.offramp.client.api.Delivery;
import dev.offramp.client.api.GenerateAddressBody;
import dev.offramp.client.api.GeneratedAddress;
import dev.offramp.client.api.Integration;
import dev.offramp.client.api.LinkBankBody;
import dev.offramp.client.api.ListenForEventsBody;
import dev.offramp.client.api.Listened;
import dev.offramp.client.api.MakeMockTradeBody;
import dev.offramp.client.api.MarketPrice;
import dev.offramp.client.api.Markup;
import dev.offramp.client.api.MockTrade;
import dev.offramp.client.api.Quote;
import dev.offramp.client.api.ReceivedWithdrawal;
import dev.offramp.client.api.Replay;
import dev.offramp.client.api.ReplayWebhooksBody;
import dev.offramp.client.api.Resent;
import dev.offramp.client.api.SavedAddress;
import dev.offramp.client.api.SavedBank;
import dev.offramp.client.api.SellDollarsBody;
import dev.offramp.client.api.SellRate;
import dev.offramp.client.api.SentCoin;
import dev.offramp.client.api.SetAutoSettlementBody;
import dev.offramp.client.api.SetMarkupBody;
import dev.offramp.client.api.Trade;
import dev.offramp.client.api.ValidateAccountBody;
import dev.offramp.client.api.Wallet;
import dev.offramp.client.api.WithdrawToAddressBody;
import dev.offramp.client.api.WithdrawToBankBody;
import dev.offramp.client.api.Withdrawal;
import java.util.List;
import java.util.Optional;

/** One method for each operation of the API. How a request is sent is said by {@link Offramp}. */
public abstract class Operations {

    Operations() {}

    abstract <T> T one(Call call, Class<T> type);

    abstract <T> List<T> all(Call call, Class<T> item);

    abstract <T> Paged<T> paged(Call call, Class<T> item);

    abstract void done(Call call);

    /**
     * List assets. All that can be deposited in this environment, in a fixed order and without pages. Take
     * the `id` from here: paths want it. Ids are the same in every installation.
     */
    public List<Asset> listAssets() {
        return all(Call.of("GET", "/trades/assets"), Asset.class);
    }

    /**
     * List assets. All that can be deposited in this environment, in a fixed order and without pages. Take
     * the `id` from here: paths want it. Ids are the same in every installation.
     */
    public List<Asset> listAssetsAtTradesSellAssets() {
        return all(Call.of("GET", "/trades/sell/assets"), Asset.class);
    }

    /**
     * Calculate a rate. What an amount of dollars is worth in coins and in both local currencies, before the
     * fee. Without `currency` the one in which the business receives is meant, naira if it receives dollars.
     */
    public Quote calculateRate(String id, CalculateRateBody body) {
        return one(Call.of("POST", "/trades/pbc/sell/rate-calculator/{}", id).body(body), Quote.class);
    }

    /** List sell rates. What every coin is bought for now. A coin without a price or a rate is left out. */
    public List<SellRate> listSellRates() {
        return all(Call.of("GET", "/trades/pbc/sell/rates"), SellRate.class);
    }

    /**
     * Show a market price. What one unit of a coin costs on the market. Nothing is paid at it: the rates are
     * what a business gets.
     */
    public MarketPrice showMarketPrice(String from) {
        return one(Call.of("GET", "/trades/pbc/sell/assets/market/converter").query("from", Optional.of(from)), MarketPrice.class);
    }

    /**
     * Show a market price. What one unit of a coin costs on the market. Nothing is paid at it: the rates are
     * what a business gets.
     */
    public MarketPrice showMarketPrice(String from, String to) {
        return one(Call.of("GET", "/trades/pbc/sell/assets/market/converter").query("from", Optional.of(from)).query("to", Optional.of(to)), MarketPrice.class);
    }

    /**
     * Generate a deposit address. Makes the one permanent address of an asset and a label, with the bank
     * account it pays on to if one is given. A repeat with the same asset and label is refused; find the
     * wallet by its label then.
     */
    public GeneratedAddress generateAddress(String id, GenerateAddressBody body) {
        return one(Call.of("POST", "/trades/sell/assets/{}/generate-address", id).body(body), GeneratedAddress.class);
    }

    /** List wallets. Deposit addresses, newest first. */
    public Paged<Wallet> listWallets(ListQuery query) {
        return paged(Call.of("GET", "/trades/wallets").query(query), Wallet.class);
    }

    /** Show a wallet. One deposit address with its newest deposit. */
    public Wallet showWallet(String id) {
        return one(Call.of("GET", "/trades/wallets/{}", id), Wallet.class);
    }

    /** Link a bank to a wallet. In place of the one before; counts from the next credited deposit. */
    public void linkBank(String id, LinkBankBody body) {
        done(Call.of("PUT", "/trades/wallets/{}/bank", id).body(body));
    }

    /**
     * Set auto-settlement of a wallet. Whether its deposits go on to its bank; counts from the next credited
     * deposit.
     */
    public AutoSettlement setAutoSettlement(String id, SetAutoSettlementBody body) {
        return one(Call.of("PUT", "/trades/wallets/{}/auto-settlement", id).body(body), AutoSettlement.class);
    }

    /**
     * List nothing. An empty list, whatever there is. Deposits are in the list of deposits, withdrawals in
     * theirs.
     */
    public Paged<Trade> listTransactions(ListQuery query) {
        return paged(Call.of("GET", "/transactions").query(query), Trade.class);
    }

    /** List deposits. Deposits, newest first. */
    public Paged<Trade> listTrades(ListQuery query) {
        return paged(Call.of("GET", "/trades/transactions").query(query), Trade.class);
    }

    /** Show a deposit. One deposit. What is not decided yet is left out; nothing stands for an unknown amount. */
    public Trade showTrade(String id) {
        return one(Call.of("GET", "/trades/transactions/{}", id), Trade.class);
    }

    /** Show a deposit. One deposit. What is not decided yet is left out; nothing stands for an unknown amount. */
    public Trade showTradeAtTradesSell(String id) {
        return one(Call.of("GET", "/trades/sell/{}", id), Trade.class);
    }

    /**
     * Make a deposit up. Sandbox only. The deposit is pending when the answer is given and goes the way of a
     * real one from there. `amountInUSD` and `cryptoReceived` are taken as given; `confirmations` is how deep
     * it lies already.
     */
    public MockTrade makeMockTrade(MakeMockTradeBody body) {
        return one(Call.of("POST", "/trades/sell/mock-trade").body(body), MockTrade.class);
    }

    /** List banks. The banks and mobile-money providers of one currency, all of them; none for dollars. */
    public List<Bank> listBanks(String currency) {
        return all(Call.of("GET", "/payments/banks").query("currency", Optional.of(currency)), Bank.class);
    }

    /** Ask for the holder of an account. In whose name an account is. */
    public Account validateAccount(ValidateAccountBody body) {
        return one(Call.of("POST", "/payments/banks/validate").body(body), Account.class);
    }

    /** Save a bank account. Keeps an account for withdrawals; its holder is asked for. */
    public SavedBank addBank(AddBankBody body) {
        return one(Call.of("POST", "/payments/banks/add").body(body), SavedBank.class);
    }

    /** List saved bank accounts. Accounts kept for withdrawals, newest first. */
    public Paged<SavedBank> listSavedBanks(ListQuery query) {
        return paged(Call.of("GET", "/payments/integration-banks").query(query), SavedBank.class);
    }

    /** Show a saved bank account. One account that is kept for withdrawals. */
    public SavedBank showSavedBank(String id) {
        return one(Call.of("GET", "/payments/integration-banks/{}", id), SavedBank.class);
    }

    /** Forget a saved bank account. Withdrawals to it that are under way go on. */
    public void deleteBank(String id) {
        done(Call.of("DELETE", "/payments/banks/{}", id));
    }

    /**
     * Withdraw to a bank account. Pays out to a saved bank account. `amount` is in its currency and is
     * debited in full; the fee comes out of it. A repeat with the same `externalId` and the same wish gets
     * the first answer and moves nothing.
     */
    public ReceivedWithdrawal withdrawToBank(String id, WithdrawToBankBody body) {
        return one(Call.of("POST", "/payments/withdraw/bank/{}", id).body(body), ReceivedWithdrawal.class);
    }

    /**
     * Withdraw stablecoins. Sends stablecoins from the dollar balance. Either `amount` (dollars) or
     * `cryptoAmount` (coins); the fee comes on top, by network and `feeLevel`. `network` may be left out when
     * the address leaves one. The same amount is not sent to the same address twice within a minute. A repeat
     * with the same `externalId` and the same wish gets the first answer and moves nothing.
     */
    public Withdrawal withdrawToAddress(WithdrawToAddressBody body) {
        return one(Call.of("POST", "/payments/withdraw/address").body(body), Withdrawal.class);
    }

    /** List coins that can be withdrawn. Which coins can be withdrawn on which networks, and what that costs. */
    public List<SentCoin> listSentCoins() {
        return all(Call.of("GET", "/payments/supported-assets-info"), SentCoin.class);
    }

    /**
     * Save a withdrawal address. Keeps an address that stablecoins are sent to. `network` may be left out
     * when the address leaves one.
     */
    public SavedAddress addAddress(AddAddressBody body) {
        return one(Call.of("POST", "/payments/wallet-addresses").body(body), SavedAddress.class);
    }

    /** List saved withdrawal addresses. Addresses kept for withdrawals, newest first. */
    public Paged<SavedAddress> listAddresses(ListQuery query) {
        return paged(Call.of("GET", "/payments/wallet-addresses").query(query), SavedAddress.class);
    }

    /** Forget a saved withdrawal address. Withdrawals to it that are under way go on. */
    public void deleteAddress(String id) {
        done(Call.of("DELETE", "/payments/wallet-addresses/{}", id));
    }

    /** List withdrawals. To bank accounts and as stablecoins, newest first. */
    public Paged<Withdrawal> listWithdrawals(ListQuery query) {
        return paged(Call.of("GET", "/payments/withdrawals").query(query), Withdrawal.class);
    }

    /**
     * Show a withdrawal. By its id, or by the percent-encoded `externalId` its request carried. While that
     * request is worked on this waits for it, and says 503 rather than 404 when that takes too long: nobody
     * need pay again for want of an answer.
     */
    public Withdrawal showWithdrawal(String id) {
        return one(Call.of("GET", "/payments/withdrawal/{}", id), Withdrawal.class);
    }

    /**
     * Convert dollars. Into local currency, at the market rate less the spread, without a fee. With `bank`, a
     * saved bank account, the result is paid out at once; that needs the PIN. Without it the currency is the
     * one in which the business receives, naira if it receives dollars.
     */
    public Converted sellDollars(SellDollarsBody body) {
        return one(Call.of("POST", "/payments/convert").body(body), Converted.class);
    }

    /**
     * Convert into dollars. From the local currency in which the business receives, naira if it receives
     * dollars, at the market rate and the spread, without a fee. `amount` is in that currency. With
     * `withdrawalAddressId`, a saved address, the dollars are sent there at once, less the fee of the medium
     * level; that needs the PIN.
     */
    public Converted buyDollars(BuyDollarsBody body) {
        return one(Call.of("POST", "/payments/fiat-to-usd").body(body), Converted.class);
    }

    /** Show the account. Balances and conditions of the caller. Never a secret. */
    public Integration showIntegration() {
        return one(Call.of("GET", "/users/fetch-integration"), Integration.class);
    }

    /** Set the markup. The business's own margin on the rate, from the next credited deposit on. */
    public Markup setMarkup(SetMarkupBody body) {
        return one(Call.of("PUT", "/users/markup-percent").body(body), Markup.class);
    }

    /**
     * List webhook deliveries. Delivery records, newest first; each is one event for one endpoint with its
     * attempts, kept for seven days.
     */
    public Paged<Delivery> listWebhookEvents(ListQuery query) {
        return paged(Call.of("GET", "/transactions/webhooks").query(query), Delivery.class);
    }

    /** Show a webhook delivery. One delivery record. */
    public Delivery showWebhookEvent(String id) {
        return one(Call.of("GET", "/transactions/webhooks/{}", id), Delivery.class);
    }

    /**
     * Send webhooks again. Every stored event of a trade, a withdrawal or a wallet once more, now, in the
     * same bytes. Waits for the receivers a few seconds and is a success whatever they answer.
     */
    public List<Resent> resendWebhooks(String reference) {
        return all(Call.of("POST", "/transactions/webhooks/resend/{}", reference), Resent.class);
    }

    /**
     * Replay webhooks. Queues the events of a time once more: those that failed, or with `status` `all` every
     * one. They are delivered in the background, on the schedule of new ones.
     */
    public Replay replayWebhooks(ReplayWebhooksBody body) {
        return one(Call.of("POST", "/transactions/webhooks/replay").body(body), Replay.class);
    }

    /**
     * Listen for events. The next event for a receiver that cannot be called; `./offramp listen` asks this.
     * The first request names no `listener` and makes one, which gets all events from then on, or those that
     * `events` names, parted by commas. Each further request names it, says with `taken` which delivery it
     * has passed on, with what `status` or `error`, and gets the next. What was not taken is given again. A
     * listener that has not asked for an hour, or says `end`, is forgotten; of more than ten the one that was
     * silent longest.
     */
    public Listened listenForEvents(ListenForEventsBody body) {
        return one(Call.of("POST", "/transactions/webhooks/listen").body(body), Listened.class);
    }
}
