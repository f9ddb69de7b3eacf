// Generated from openapi.json by GeneratedTest of client-java; changes here are lost.

import type { Decimal, ListQuery, Paged, Query } from './core.js';

/** The names under which exact numbers come: as text, so that none is rounded. */
export const DECIMALS: ReadonlySet<string> = new Set([
  'GHS',
  'GHSAmount',
  'NGN',
  'NGNAmount',
  'amount',
  'amountInUSD',
  'amountReceived',
  'amountSettled',
  'balance',
  'conversionRate',
  'cryptoAmount',
  'cryptoReceived',
  'fee',
  'feeAmount',
  'feeAmountInUsd',
  'feePercentage',
  'flagFeeUSD',
  'high',
  'low',
  'markupAmount',
  'markupPercent',
  'maximum',
  'medium',
  'minimum',
  'originalAmount',
  'payoutAmount',
  'price',
  'priceInUSD',
  'rate',
  'settlementRate',
]);

export interface Account {
  accountNumber: string;
  /** What kind of institution keeps it. */
  type: string;
  bankName: string;
  /** The holder, as the bank writes it. */
  accountName: string;
}

export interface AddressCreated {
  /** The wallet's. */
  id: string;
  event: 'trade.address.created';
  /** The same on every attempt and resend. */
  eventId: string;
  /** When it happened. */
  eventTime: string;
  /** Counts the events of this wallet. */
  sequence: number;
  /** Byte for byte as it was generated. */
  address: string;
  /** The asset's custody code. */
  asset: string;
  /** Exactly as it was sent. */
  label: string;
  /** The wallet's number. */
  vaultId: string;
}

export interface Asset {
  /** Goes into paths. */
  id: string;
  /** Its custody code, as events and mock trades have it. */
  identifier: string;
  name: string;
  symbol: string;
  icon: string;
  /** The network's name, for people. */
  network: string;
  /** In dollars; a deposit below it is flagged. */
  minimum: Decimal;
  /** In dollars: what completing a flagged deposit costs. */
  flagFeeUSD: Decimal;
  /** How many blocks a deposit waits for. */
  confirmations: number;
  /** `BASE_ASSET` for a network's own coin, else its token standard. */
  type: string;
  isAccountBased: boolean;
  /** Where a transaction can be looked at, once its hash is appended. */
  txLink: string;
  /** Local units for one dollar of it; `{}` where no rate is known. */
  rate: Rate;
  /** Left out while the asset can be used, `false` when it cannot. */
  isActive?: boolean;
}

export interface Attempt {
  attemptedAt: string;
  /** Null when there was no answer. */
  responseStatus: number | null;
  /** The first 4 kB. */
  responseBody?: string;
  /** What happened instead of an answer. */
  error?: string;
}

export interface AutoSettlement {
  walletId: string;
  autoSettlement: boolean;
}

export interface Balance {
  currency: 'ngn' | 'ghs' | 'usd';
  /** What can be spent: posted less held. */
  balance: Decimal;
}

export interface Bank {
  /** Goes into requests; not the code of any clearing house. */
  id: string;
  name: string;
  slug: string;
  country: string;
  currency: 'ngn' | 'ghs' | 'usd';
  /** What kind of institution it is. */
  type: string;
  avatar: string | null;
  monnifyCode: string | null;
  redbillerCode: string | null;
  anchorCode: string | null;
  palmpayCode: string | null;
}

export interface Block {
  blockHeight: string;
  blockHash: string;
}

export interface Converted {
  /** What was bought, in `currency`. */
  amount: Decimal;
  currency: 'ngn' | 'ghs' | 'usd';
  /** Of the coins that were sent for it at once. */
  withdrawalId?: string;
}

export interface Delivery {
  id: string;
  integration: string;
  /** The trade, withdrawal or wallet it is about. */
  reference: string;
  /** The event's name. */
  eventType: string;
  /** The body as it was sent. */
  payload: Record<string, unknown>;
  url: string;
  status: 'pending' | 'delivered' | 'failed';
  attemptsCount: number;
  attempts: Attempt[];
  deliveredAt?: string;
  lastAttemptAt?: string;
  /** Until when the record is kept. */
  expireAt: string;
  createdAt: string;
  updatedAt: string;
}

export interface FeeTier {
  /** In whole dollars. */
  min: number;
  /** In whole dollars. */
  max: number;
  /** In percent: 0.5 is half a percent. */
  rate: Decimal;
}

export interface Fees {
  low: Decimal;
  medium: Decimal;
  high: Decimal;
}

export interface GeneratedAddress {
  /** The wallet's. */
  id: string;
  /** Permanent; as the network writes it. */
  address: string;
  /** The wallet's number; paths take it in place of the id. */
  vaultId: string;
}

export interface Integration {
  /** One for each of the three currencies. */
  fiatWallets: Balance[];
  /** The platform's fee on deposits. An amount belongs to the tier with the greatest `min` not above it. */
  platformFeePercent: FeeTier[];
  /** The business's own margin on the rate: 1 is one percent. */
  markupPercent: Decimal;
  /** The business's public short name, as in `destinationDescription` of events. */
  merchantReference: string;
  isActive: boolean;
  /** Where events go; left out where there is none. */
  webhookUrl?: string;
}

export interface Listened {
  /** Whom to ask as from now on; another than asked when that one was forgotten. */
  listener: string;
  /** When it is forgotten unless it asks again. */
  until: string;
  /** The oldest event it has not said it took; left out while there is none. */
  delivery?: Waiting;
}

export interface MarketPrice {
  symbol: string;
  /** By the upper-case code of the currency asked for. */
  quote: Record<string, Price>;
}

export interface Markup {
  /** From the next credited deposit on: 1 is one percent. */
  markupPercent: Decimal;
}

export interface MockTrade {
  /** The trade's. */
  id: string;
}

export interface Pages {
  pages: number;
  prevPage: number | null;
  nextPage: number | null;
  page: number;
  totalDocs: number;
  hasPrevPage: boolean;
  hasNextPage: boolean;
}

export interface Price {
  /** Of one coin, in that currency. */
  price: Decimal;
  lastUpdated: string;
}

export interface Quote {
  /** In naira, before the fee. */
  NGNAmount?: Decimal;
  /** In cedis, before the fee. */
  GHSAmount?: Decimal;
  /** Local units for one dollar, of the currency asked for. */
  rate: Decimal;
  /** In coins of the asset. */
  cryptoAmount: Decimal;
}

export interface Rate {
  /** Naira for one dollar. */
  NGN?: Decimal;
  /** Cedis for one dollar. */
  GHS?: Decimal;
}

export interface ReceivedWithdrawal {
  /** The withdrawal's. */
  id: string;
  /** As it was accepted, however it stands by now. */
  status: 'pending';
}

export interface Replay {
  /** How many are on their way again. */
  queued: number;
  /** What to repeat the request with as `after` for the rest; left out when that was all. */
  next?: string;
}

export interface Resent {
  /** The delivery record's. */
  id: string;
  status: 'delivered' | 'failed';
  /** What happened instead of an answer. */
  error?: string;
}

export interface SavedAddress {
  _id: string;
  id: string;
  address: string;
  /** As a withdrawal names it. */
  network: string;
  /** As a withdrawal names it. */
  token: string;
  label?: string;
  /** The token's icon. */
  avatar: string;
  createdAt: string;
}

export interface SavedBank {
  /** What a withdrawal is addressed to. */
  id: string;
  account: string;
  user: string;
  integration: string;
  /** The holder, as the bank writes it. */
  accountName: string;
  accountNumber: string;
  /** The bank's id in the bank list. */
  bankId: string;
  bankName: string;
  /** What withdrawals say when they say nothing themselves. */
  narration?: string;
  currency: 'ngn' | 'ghs' | 'usd';
  /** What kind of institution keeps it. */
  type: string;
  autoSettlement: boolean;
  disabled: boolean;
  isBusiness: boolean;
  avatar?: string;
  createdAt: string;
  updatedAt: string;
}

export interface SellRate {
  /** The asset's id, as it goes into paths. */
  asset: string;
  /** The asset's custody code. */
  identifier: string;
  symbol: string;
  /** The network's name, for people. */
  network: string;
  /** Of one coin. */
  priceInUSD: Decimal;
  /** Local units for one dollar of it. */
  rate: Rate;
  /** When the younger of its price and rates was made. */
  updatedAt: string;
}

export interface SentCoin {
  /** As a withdrawal names it. */
  token: string;
  /** As a withdrawal names it. */
  network: string;
  /** The network's name, for people. */
  name: string;
  /** In dollars, on top of the amount. */
  fee: Fees;
  /** In dollars. */
  minimum: Decimal;
  /** In dollars. */
  maximum: Decimal;
}

export interface Trade {
  id: string;
  /** What was credited, in `currency`, after the fee. */
  amount?: Decimal;
  /** The asset's icon. */
  avatar: string;
  /** Local units for one dollar. */
  rate?: Decimal;
  /** Why it is flagged or deleted, or what resolved it. */
  reason?: string;
  txHash: string;
  /** Where the transaction can be looked at. */
  txLink: string;
  /** The asset's id. */
  asset: string;
  /** The wallet's number. */
  vaultId: string;
  /** Where it was sent to. */
  address: string;
  /** Where it came from, where that is known. */
  sourceAddress?: string;
  /** The wallet's id. */
  wallet: string;
  passAMLCheck: boolean;
  /** From `currency` to what was credited: 1, or dollars for one naira. */
  conversionRate?: Decimal;
  /** Its value in dollars. */
  amountReceived?: Decimal;
  /** In coins. */
  cryptoReceived: Decimal;
  /** In dollars: what was taken for completing it while flagged, else 0. */
  flagFeeUSD: Decimal;
  walletCredited: boolean;
  status: 'pending' | 'flagged' | 'completed' | 'deleted';
  currency: 'ngn' | 'ghs' | 'usd';
  integration: string;
  /** The platform's fee, in `currency`. */
  feeAmount?: Decimal;
  /**
   * Whole units of local money on their way to a bank; with the three after it left out when nothing was
   * settled.
   */
  amountSettled?: Decimal;
  /** Local units for one dollar. */
  settlementRate?: Decimal;
  /** The business's margin, in percent. */
  markupPercent?: Decimal;
  /** The business's margin, in `currency`; on its balance, not in `amount`. */
  markupAmount?: Decimal;
  createdAt: string;
  updatedAt: string;
}

export interface TradeEvent {
  /** The trade's. */
  id: string;
  event: 'trade.pending' | 'trade.completed' | 'trade.flagged' | 'trade.deleted';
  /** The same on every attempt and resend. */
  eventId: string;
  /** When it happened. */
  eventTime: string;
  /** Counts the events of this trade. */
  sequence: number;
  /** The last word of `event`. */
  status: string;
  /** The asset's custody code. */
  asset: string;
  /** The platform's fee: 0.5 is half a percent. */
  feePercentage: Decimal;
  feeAmountInUsd: Decimal;
  /** Local units for one dollar. */
  rate?: Decimal;
  /** 1, or dollars for one naira when it is received in dollars. */
  conversionRate?: Decimal;
  /** In coins. */
  cryptoAmount: Decimal;
  /** Above zero; a deposit whose value is unknown sends no event. */
  amountInUSD: Decimal;
  /** In dollars: what was taken for completing it while flagged, else 0. */
  flagFeeUSD: Decimal;
  /** The wallet's number. */
  vaultId: string;
  senderAddress?: string;
  /** Byte for byte the address that was generated. */
  destinationAddress: string;
  /** `Partner_`, the merchant reference, `_`, the label. */
  destinationDescription: string;
  txHash: string;
  /** How many it has so far. */
  confirmations: number;
  /** Why it is flagged, else empty. */
  note: string;
  /** Epoch milliseconds. */
  createdAt: number;
  /** Epoch milliseconds. */
  updatedAt: number;
  /** Output or log ordinal within the transaction. */
  index: number;
  /** Left out until it is in a block. */
  blockInfo?: Block;
  walletCredited: boolean;
  /** `true` for an asset the address was not made for, else left out. */
  isWrongAssetDeposit?: boolean;
  /**
   * Whole units of local money on their way to a bank; with the three after it left out when nothing is
   * settled.
   */
  amountSettled?: Decimal;
  /** Local units for one dollar. */
  settlementRate?: Decimal;
  /** The business's margin, in percent. */
  markupPercent?: Decimal;
  /** The business's margin, in local money. */
  markupAmount?: Decimal;
}

export interface Waiting {
  /** The delivery record's. */
  id: string;
  /** The event's name. */
  event: string;
  /** What goes into `webhook-id`. */
  eventId: string;
  /** What goes into `X-Request-Id`; left out where no request led to it. */
  requestId?: string;
  /** The bytes to pass on, as text. */
  body: string;
}

export interface Wallet {
  id: string;
  /** Byte for byte as it was generated. */
  address: string;
  /** Exactly as it was sent. */
  label: string;
  /** The asset's id. */
  asset: string;
  /** The asset's custody code. */
  identifier: string;
  /** Its number; paths take it in place of the id. */
  vaultId: string;
  isActive: boolean;
  /** Whether deposits go on to its bank. */
  autoSettlement: boolean;
  /** With the three after it left out while no bank is linked. */
  bankId?: string;
  bankName?: string;
  accountNumber?: string;
  accountName?: string;
  narration?: string;
  createdAt: string;
  updatedAt: string;
  /** Its newest deposit; only when one wallet is asked for, and has one. */
  lastTrade?: Trade;
}

export interface Withdrawal {
  id: string;
  /** The client's own name for it. */
  externalId?: string;
  status: 'pending' | 'processing' | 'completed' | 'rejected' | 'reversed';
  /** In `currency`, as it was debited; of stablecoins without the fee. */
  amount: Decimal;
  /** As `amount`. */
  originalAmount: Decimal;
  /** What arrives, in `currency`. */
  payoutAmount: Decimal;
  /** In `currency`. */
  fee: Decimal;
  /** Of the bank account; `usd` for stablecoins. */
  currency: 'ngn' | 'ghs' | 'usd';
  /** Stablecoins only: in coins. */
  cryptoAmount?: Decimal;
  /** Stablecoins only, once they are sent. */
  txHash?: string;
  /** Why it was rejected or reversed. */
  reason?: string;
  /** The deposit that was settled by it. */
  trade?: string;
  /** Its own. */
  reference: string;
  meta: WithdrawalMeta;
  createdAt: string;
  updatedAt: string;
}

export interface WithdrawalEvent {
  /** The withdrawal's. */
  id: string;
  event: 'withdrawal.pending' | 'withdrawal.processing' | 'withdrawal.completed' | 'withdrawal.reversed' | 'withdrawal.rejected';
  /** The same on every attempt and resend. */
  eventId: string;
  /** When it happened. */
  eventTime: string;
  /** Counts the events of this withdrawal. */
  sequence: number;
  /** The last word of `event`. */
  status: string;
  /** The deposit that was settled by it. */
  trade?: string;
  /** In `currency`, as it was debited; of stablecoins without the fee. */
  amount: Decimal;
  /** As `amount`. */
  originalAmount: Decimal;
  /** What arrives, in `currency`. */
  payoutAmount: Decimal;
  /** Of the bank account; `usd` for stablecoins. */
  currency: 'ngn' | 'ghs' | 'usd';
  /** The withdrawal's own. */
  reference: string;
  /** Why it was rejected or reversed. */
  reason?: string;
  meta: WithdrawalMeta;
  /** Stablecoins only, once they are sent. */
  txHash?: string;
  /** Epoch milliseconds. */
  createdAt: number;
  /** Epoch milliseconds. */
  updatedAt: number;
}

export interface WithdrawalMeta {
  /** Bank withdrawals only: the bank's id in the bank list. */
  bankId?: string;
  /** Bank withdrawals only. */
  accountNumber?: string;
  /** In the withdrawal's currency. */
  fee: Decimal;
  /** Whether a deposit was settled by it. */
  autoSettlement: boolean;
}

/** What `calculateRate` takes. */
export interface CalculateRateBody {
  /** At most 8 decimals. */
  amountInUSD: Decimal | number;
  /** In any case. */
  currency?: 'ngn' | 'ghs';
}

/** What `generateAddress` takes. */
export interface GenerateAddressBody {
  label: string;
  bankId?: string;
  accountNumber?: string;
  narration?: string;
  autoSettlement?: boolean;
}

/** What `linkBank` takes. */
export interface LinkBankBody {
  id: string;
  accountNumber: string;
  narration?: string;
  autoSettlement?: boolean;
}

/** What `setAutoSettlement` takes. */
export interface SetAutoSettlementBody {
  autoSettlement: boolean;
}

/** What `makeMockTrade` takes. */
export interface MakeMockTradeBody {
  walletAddress: string;
  asset: string;
  /** At most 8 decimals. */
  amountInUSD: Decimal | number;
  /** At most 18 decimals. */
  cryptoReceived: Decimal | number;
  reference: string;
  txHash: string;
  sourceAddress?: string;
  confirmations?: number;
}

/** What `validateAccount` takes. */
export interface ValidateAccountBody {
  id: string;
  accountNumber: string;
  /** In any case. */
  currency?: 'ngn' | 'ghs' | 'usd';
}

/** What `addBank` takes. */
export interface AddBankBody {
  id: string;
  accountNumber: string;
  narration?: string;
  /** In any case. */
  currency?: 'ngn' | 'ghs' | 'usd';
}

/** What `withdrawToBank` takes. */
export interface WithdrawToBankBody {
  /** At most 2 decimals. */
  amount: Decimal | number;
  /** The transaction PIN. */
  pin: string;
  narration?: string;
  externalId?: string;
}

/** What `withdrawToAddress` takes. */
export interface WithdrawToAddressBody {
  /** At most 2 decimals. */
  amount?: Decimal | number;
  /** At most 8 decimals. */
  cryptoAmount?: Decimal | number;
  /** In any case. */
  token: 'USDT' | 'USDC';
  /** In any case. */
  network?: 'ERC20' | 'TRC20' | 'BSC' | 'SOL' | 'TON';
  walletAddress: string;
  /** In any case. */
  feeLevel?: 'low' | 'medium' | 'high';
  /** The transaction PIN. */
  pin: string;
  externalId?: string;
}

/** What `addAddress` takes. */
export interface AddAddressBody {
  address: string;
  /** In any case. */
  network?: 'ERC20' | 'TRC20' | 'BSC' | 'SOL' | 'TON';
  /** In any case. */
  token: 'USDT' | 'USDC';
  label?: string;
}

/** What `sellDollars` takes. */
export interface SellDollarsBody {
  /** At most 2 decimals. */
  amount: Decimal | number;
  bank?: string;
  /** The transaction PIN. */
  pin?: string;
}

/** What `buyDollars` takes. */
export interface BuyDollarsBody {
  /** At most 2 decimals. */
  amount: Decimal | number;
  withdrawalAddressId?: string;
  /** The transaction PIN. */
  pin?: string;
}

/** What `setMarkup` takes. */
export interface SetMarkupBody {
  /** At most 2 decimals. */
  markupPercent: Decimal | number;
}

/** What `replayWebhooks` takes. */
export interface ReplayWebhooksBody {
  /** ISO 8601: a time with its zone, or a date, which is its start in UTC. */
  startDate: string;
  /** ISO 8601: a time with its zone, or a date, which is its start in UTC. */
  endDate?: string;
  /** In any case. */
  status?: 'failed' | 'all';
  after?: string;
}

/** What `listenForEvents` takes. */
export interface ListenForEventsBody {
  listener?: string;
  events?: string;
  taken?: string;
  status?: number;
  error?: string;
  end?: boolean;
}

/** An event, as a webhook brings it. */
export type Event = AddressCreated | TradeEvent | WithdrawalEvent;

/** The events that this client knows. */
export const EVENTS: ReadonlySet<string> = new Set([
  'trade.address.created',
  'trade.pending',
  'trade.completed',
  'trade.flagged',
  'trade.deleted',
  'withdrawal.pending',
  'withdrawal.processing',
  'withdrawal.completed',
  'withdrawal.reversed',
  'withdrawal.rejected',
]);

/** One method for each operation of the API. How a request is sent is said by Offramp. */
export abstract class Operations {
  protected abstract call<T>(method: string, path: string, query?: Query, body?: object): Promise<T>;

  protected abstract paged<T>(path: string, query: ListQuery): Paged<T>;

  /**
   * List assets. All that can be deposited in this environment, in a fixed order and without pages. Take the
   * `id` from here: paths want it. Ids are the same in every installation.
   */
  listAssets(): Promise<Asset[]> {
    return this.call('GET', `/trades/assets`);
  }

  /**
   * List assets. All that can be deposited in this environment, in a fixed order and without pages. Take the
   * `id` from here: paths want it. Ids are the same in every installation.
   */
  listAssetsAtTradesSellAssets(): Promise<Asset[]> {
    return this.call('GET', `/trades/sell/assets`);
  }

  /**
   * Calculate a rate. What an amount of dollars is worth in coins and in both local currencies, before the
   * fee. Without `currency` the one in which the business receives is meant, naira if it receives dollars.
   */
  calculateRate(id: string, body: CalculateRateBody): Promise<Quote> {
    return this.call('POST', `/trades/pbc/sell/rate-calculator/${encodeURIComponent(id)}`, undefined, body);
  }

  /** List sell rates. What every coin is bought for now. A coin without a price or a rate is left out. */
  listSellRates(): Promise<SellRate[]> {
    return this.call('GET', `/trades/pbc/sell/rates`);
  }

  /**
   * Show a market price. What one unit of a coin costs on the market. Nothing is paid at it: the rates are
   * what a business gets.
   */
  showMarketPrice(from: string, to?: 'usd' | 'ngn' | 'ghs'): Promise<MarketPrice> {
    return this.call('GET', `/trades/pbc/sell/assets/market/converter`, { from, to });
  }

  /**
   * Generate a deposit address. Makes the one permanent address of an asset and a label, with the bank
   * account it pays on to if one is given. A repeat with the same asset and label is refused; find the wallet
   * by its label then.
   */
  generateAddress(id: string, body: GenerateAddressBody): Promise<GeneratedAddress> {
    return this.call('POST', `/trades/sell/assets/${encodeURIComponent(id)}/generate-address`, undefined, body);
  }

  /** List wallets. Deposit addresses, newest first. */
  listWallets(query: ListQuery = {}): Paged<Wallet> {
    return this.paged(`/trades/wallets`, query);
  }

  /** Show a wallet. One deposit address with its newest deposit. */
  showWallet(id: string): Promise<Wallet> {
    return this.call('GET', `/trades/wallets/${encodeURIComponent(id)}`);
  }

  /** Link a bank to a wallet. In place of the one before; counts from the next credited deposit. */
  linkBank(id: string, body: LinkBankBody): Promise<void> {
    return this.call('PUT', `/trades/wallets/${encodeURIComponent(id)}/bank`, undefined, body);
  }

  /**
   * Set auto-settlement of a wallet. Whether its deposits go on to its bank; counts from the next credited
   * deposit.
   */
  setAutoSettlement(id: string, body: SetAutoSettlementBody): Promise<AutoSettlement> {
    return this.call('PUT', `/trades/wallets/${encodeURIComponent(id)}/auto-settlement`, undefined, body);
  }

  /**
   * List nothing. An empty list, whatever there is. Deposits are in the list of deposits, withdrawals in
   * theirs.
   */
  listTransactions(query: ListQuery = {}): Paged<Trade> {
    return this.paged(`/transactions`, query);
  }

  /** List deposits. Deposits, newest first. */
  listTrades(query: ListQuery = {}): Paged<Trade> {
    return this.paged(`/trades/transactions`, query);
  }

  /** Show a deposit. One deposit. What is not decided yet is left out; nothing stands for an unknown amount. */
  showTrade(id: string): Promise<Trade> {
    return this.call('GET', `/trades/transactions/${encodeURIComponent(id)}`);
  }

  /** Show a deposit. One deposit. What is not decided yet is left out; nothing stands for an unknown amount. */
  showTradeAtTradesSell(id: string): Promise<Trade> {
    return this.call('GET', `/trades/sell/${encodeURIComponent(id)}`);
  }

  /**
   * Make a deposit up. Sandbox only. The deposit is pending when the answer is given and goes the way of a
   * real one from there. `amountInUSD` and `cryptoReceived` are taken as given; `confirmations` is how deep
   * it lies already.
   */
  makeMockTrade(body: MakeMockTradeBody): Promise<MockTrade> {
    return this.call('POST', `/trades/sell/mock-trade`, undefined, body);
  }

  /** List banks. The banks and mobile-money providers of one currency, all of them; none for dollars. */
  listBanks(currency: 'ngn' | 'ghs' | 'usd'): Promise<Bank[]> {
    return this.call('GET', `/payments/banks`, { currency });
  }

  /** Ask for the holder of an account. In whose name an account is. */
  validateAccount(body: ValidateAccountBody): Promise<Account> {
    return this.call('POST', `/payments/banks/validate`, undefined, body);
  }

  /** Save a bank account. Keeps an account for withdrawals; its holder is asked for. */
  addBank(body: AddBankBody): Promise<SavedBank> {
    return this.call('POST', `/payments/banks/add`, undefined, body);
  }

  /** List saved bank accounts. Accounts kept for withdrawals, newest first. */
  listSavedBanks(query: ListQuery = {}): Paged<SavedBank> {
    return this.paged(`/payments/integration-banks`, query);
  }

  /** Show a saved bank account. One account that is kept for withdrawals. */
  showSavedBank(id: string): Promise<SavedBank> {
    return this.call('GET', `/payments/integration-banks/${encodeURIComponent(id)}`);
  }

  /** Forget a saved bank account. Withdrawals to it that are under way go on. */
  deleteBank(id: string): Promise<void> {
    return this.call('DELETE', `/payments/banks/${encodeURIComponent(id)}`);
  }

  /**
   * Withdraw to a bank account. Pays out to a saved bank account. `amount` is in its currency and is debited
   * in full; the fee comes out of it. A repeat with the same `externalId` and the same wish gets the first
   * answer and moves nothing.
   */
  withdrawToBank(id: string, body: WithdrawToBankBody): Promise<ReceivedWithdrawal> {
    return this.call('POST', `/payments/withdraw/bank/${encodeURIComponent(id)}`, undefined, body);
  }

  /**
   * Withdraw stablecoins. Sends stablecoins from the dollar balance. Either `amount` (dollars) or
   * `cryptoAmount` (coins); the fee comes on top, by network and `feeLevel`. `network` may be left out when
   * the address leaves one. The same amount is not sent to the same address twice within a minute. A repeat
   * with the same `externalId` and the same wish gets the first answer and moves nothing.
   */
  withdrawToAddress(body: WithdrawToAddressBody): Promise<Withdrawal> {
    return this.call('POST', `/payments/withdraw/address`, undefined, body);
  }

  /** List coins that can be withdrawn. Which coins can be withdrawn on which networks, and what that costs. */
  listSentCoins(): Promise<SentCoin[]> {
    return this.call('GET', `/payments/supported-assets-info`);
  }

  /**
   * Save a withdrawal address. Keeps an address that stablecoins are sent to. `network` may be left out when
   * the address leaves one.
   */
  addAddress(body: AddAddressBody): Promise<SavedAddress> {
    return this.call('POST', `/payments/wallet-addresses`, undefined, body);
  }

  /** List saved withdrawal addresses. Addresses kept for withdrawals, newest first. */
  listAddresses(query: ListQuery = {}): Paged<SavedAddress> {
    return this.paged(`/payments/wallet-addresses`, query);
  }

  /** Forget a saved withdrawal address. Withdrawals to it that are under way go on. */
  deleteAddress(id: string): Promise<void> {
    return this.call('DELETE', `/payments/wallet-addresses/${encodeURIComponent(id)}`);
  }

  /** List withdrawals. To bank accounts and as stablecoins, newest first. */
  listWithdrawals(query: ListQuery = {}): Paged<Withdrawal> {
    return this.paged(`/payments/withdrawals`, query);
  }

  /**
   * Show a withdrawal. By its id, or by the percent-encoded `externalId` its request carried. While that
   * request is worked on this waits for it, and says 503 rather than 404 when that takes too long: nobody
   * need pay again for want of an answer.
   */
  showWithdrawal(id: string): Promise<Withdrawal> {
    return this.call('GET', `/payments/withdrawal/${encodeURIComponent(id)}`);
  }

  /**
   * Convert dollars. Into local currency, at the market rate less the spread, without a fee. With `bank`, a
   * saved bank account, the result is paid out at once; that needs the PIN. Without it the currency is the
   * one in which the business receives, naira if it receives dollars.
   */
  sellDollars(body: SellDollarsBody): Promise<Converted> {
    return this.call('POST', `/payments/convert`, undefined, body);
  }

  /**
   * Convert into dollars. From the local currency in which the business receives, naira if it receives
   * dollars, at the market rate and the spread, without a fee. `amount` is in that currency. With
   * `withdrawalAddressId`, a saved address, the dollars are sent there at once, less the fee of the medium
   * level; that needs the PIN.
   */
  buyDollars(body: BuyDollarsBody): Promise<Converted> {
    return this.call('POST', `/payments/fiat-to-usd`, undefined, body);
  }

  /** Show the account. Balances and conditions of the caller. Never a secret. */
  showIntegration(): Promise<Integration> {
    return this.call('GET', `/users/fetch-integration`);
  }

  /** Set the markup. The business's own margin on the rate, from the next credited deposit on. */
  setMarkup(body: SetMarkupBody): Promise<Markup> {
    return this.call('PUT', `/users/markup-percent`, undefined, body);
  }

  /**
   * List webhook deliveries. Delivery records, newest first; each is one event for one endpoint with its
   * attempts, kept for seven days.
   */
  listWebhookEvents(query: ListQuery = {}): Paged<Delivery> {
    return this.paged(`/transactions/webhooks`, query);
  }

  /** Show a webhook delivery. One delivery record. */
  showWebhookEvent(id: string): Promise<Delivery> {
    return this.call('GET', `/transactions/webhooks/${encodeURIComponent(id)}`);
  }

  /**
   * Send webhooks again. Every stored event of a trade, a withdrawal or a wallet once more, now, in the same
   * bytes. Waits for the receivers a few seconds and is a success whatever they answer.
   */
  resendWebhooks(reference: string): Promise<Resent[]> {
    return this.call('POST', `/transactions/webhooks/resend/${encodeURIComponent(reference)}`);
  }

  /**
   * Replay webhooks. Queues the events of a time once more: those that failed, or with `status` `all` every
   * one. They are delivered in the background, on the schedule of new ones.
   */
  replayWebhooks(body: ReplayWebhooksBody): Promise<Replay> {
    return this.call('POST', `/transactions/webhooks/replay`, undefined, body);
  }

  /**
   * Listen for events. The next event for a receiver that cannot be called; `./offramp listen` asks this. The
   * first request names no `listener` and makes one, which gets all events from then on, or those that
   * `events` names, parted by commas. Each further request names it, says with `taken` which delivery it has
   * passed on, with what `status` or `error`, and gets the next. What was not taken is given again. A
   * listener that has not asked for an hour, or says `end`, is forgotten; of more than ten the one that was
   * silent longest.
   */
  listenForEvents(body: ListenForEventsBody): Promise<Listened> {
    return this.call('POST', `/transactions/webhooks/listen`, undefined, body);
  }
}
