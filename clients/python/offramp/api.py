# Generated from openapi.json by GeneratedTest of client-java; changes here are lost.
"""What the API takes and answers, and one method for each operation."""

from abc import ABC, abstractmethod
from decimal import Decimal
from typing import Any, Dict, List, Literal, Optional, TypedDict, Union
from urllib.parse import quote

from .paged import Paged

Number = Union[Decimal, int, str]

# The names under which exact numbers come: as Decimal, so that none is rounded.
DECIMALS = frozenset(
    [
        "GHS",
        "GHSAmount",
        "NGN",
        "NGNAmount",
        "amount",
        "amountInUSD",
        "amountReceived",
        "amountSettled",
        "balance",
        "conversionRate",
        "cryptoAmount",
        "cryptoReceived",
        "fee",
        "feeAmount",
        "feeAmountInUsd",
        "feePercentage",
        "flagFeeUSD",
        "high",
        "low",
        "markupAmount",
        "markupPercent",
        "maximum",
        "medium",
        "minimum",
        "originalAmount",
        "payoutAmount",
        "price",
        "priceInUSD",
        "rate",
        "settlementRate",
    ]
)

# The events that this client knows.
EVENTS = frozenset(
    [
        "trade.address.created",
        "trade.pending",
        "trade.completed",
        "trade.flagged",
        "trade.deleted",
        "withdrawal.pending",
        "withdrawal.processing",
        "withdrawal.completed",
        "withdrawal.reversed",
        "withdrawal.rejected",
    ]
)


class Account(TypedDict):
    accountNumber: str
    # What kind of institution keeps it.
    type: str
    bankName: str
    # The holder, as the bank writes it.
    accountName: str


class AddressCreated(TypedDict):
    # The wallet's.
    id: str
    event: Literal["trade.address.created"]
    # The same on every attempt and resend.
    eventId: str
    # When it happened.
    eventTime: str
    # Counts the events of this wallet.
    sequence: int
    # Byte for byte as it was generated.
    address: str
    # The asset's custody code.
    asset: str
    # Exactly as it was sent.
    label: str
    # The wallet's number.
    vaultId: str


class _AssetMaybe(TypedDict, total=False):
    # Left out while the asset can be used, `false` when it cannot.
    isActive: bool


class Asset(_AssetMaybe):
    # Goes into paths.
    id: str
    # Its custody code, as events and mock trades have it.
    identifier: str
    name: str
    symbol: str
    icon: str
    # The network's name, for people.
    network: str
    # In dollars; a deposit below it is flagged.
    minimum: Decimal
    # In dollars: what completing a flagged deposit costs.
    flagFeeUSD: Decimal
    # How many blocks a deposit waits for.
    confirmations: int
    # `BASE_ASSET` for a network's own coin, else its token standard.
    type: str
    isAccountBased: bool
    # Where a transaction can be looked at, once its hash is appended.
    txLink: str
    # Local units for one dollar of it; `{}` where no rate is known.
    rate: "Rate"


class _AttemptMaybe(TypedDict, total=False):
    # The first 4 kB.
    responseBody: str
    # What happened instead of an answer.
    error: str


class Attempt(_AttemptMaybe):
    attemptedAt: str
    # Null when there was no answer.
    responseStatus: Optional[int]


class AutoSettlement(TypedDict):
    walletId: str
    autoSettlement: bool


class Balance(TypedDict):
    currency: Literal["ngn", "ghs", "usd"]
    # What can be spent: posted less held.
    balance: Decimal


class Bank(TypedDict):
    # Goes into requests; not the code of any clearing house.
    id: str
    name: str
    slug: str
    country: str
    currency: Literal["ngn", "ghs", "usd"]
    # What kind of institution it is.
    type: str
    avatar: Optional[str]
    monnifyCode: Optional[str]
    redbillerCode: Optional[str]
    anchorCode: Optional[str]
    palmpayCode: Optional[str]


class Block(TypedDict):
    blockHeight: str
    blockHash: str


class _ConvertedMaybe(TypedDict, total=False):
    # Of the coins that were sent for it at once.
    withdrawalId: str


class Converted(_ConvertedMaybe):
    # What was bought, in `currency`.
    amount: Decimal
    currency: Literal["ngn", "ghs", "usd"]


class _DeliveryMaybe(TypedDict, total=False):
    deliveredAt: str
    lastAttemptAt: str


class Delivery(_DeliveryMaybe):
    id: str
    integration: str
    # The trade, withdrawal or wallet it is about.
    reference: str
    # The event's name.
    eventType: str
    # The body as it was sent.
    payload: Dict[str, Any]
    url: str
    status: Literal["pending", "delivered", "failed"]
    attemptsCount: int
    attempts: List["Attempt"]
    # Until when the record is kept.
    expireAt: str
    createdAt: str
    updatedAt: str


class FeeTier(TypedDict):
    # In whole dollars.
    min: int
    # In whole dollars.
    max: int
    # In percent: 0.5 is half a percent.
    rate: Decimal


class Fees(TypedDict):
    low: Decimal
    medium: Decimal
    high: Decimal


class GeneratedAddress(TypedDict):
    # The wallet's.
    id: str
    # Permanent; as the network writes it.
    address: str
    # The wallet's number; paths take it in place of the id.
    vaultId: str


class _IntegrationMaybe(TypedDict, total=False):
    # Where events go; left out where there is none.
    webhookUrl: str


class Integration(_IntegrationMaybe):
    # One for each of the three currencies.
    fiatWallets: List["Balance"]
    # The platform's fee on deposits. An amount belongs to the tier with the greatest `min` not above it.
    platformFeePercent: List["FeeTier"]
    # The business's own margin on the rate: 1 is one percent.
    markupPercent: Decimal
    # The business's public short name, as in `destinationDescription` of events.
    merchantReference: str
    isActive: bool


class _ListenedMaybe(TypedDict, total=False):
    # The oldest event it has not said it took; left out while there is none.
    delivery: "Waiting"


class Listened(_ListenedMaybe):
    # Whom to ask as from now on; another than asked when that one was forgotten.
    listener: str
    # When it is forgotten unless it asks again.
    until: str


class MarketPrice(TypedDict):
    symbol: str
    # By the upper-case code of the currency asked for.
    quote: Dict[str, "Price"]


class Markup(TypedDict):
    # From the next credited deposit on: 1 is one percent.
    markupPercent: Decimal


class MockTrade(TypedDict):
    # The trade's.
    id: str


class Pages(TypedDict):
    pages: int
    prevPage: Optional[int]
    nextPage: Optional[int]
    page: int
    totalDocs: int
    hasPrevPage: bool
    hasNextPage: bool


class Price(TypedDict):
    # Of one coin, in that currency.
    price: Decimal
    lastUpdated: str


class _QuoteMaybe(TypedDict, total=False):
    # In naira, before the fee.
    NGNAmount: Decimal
    # In cedis, before the fee.
    GHSAmount: Decimal


class Quote(_QuoteMaybe):
    # Local units for one dollar, of the currency asked for.
    rate: Decimal
    # In coins of the asset.
    cryptoAmount: Decimal


class _RateMaybe(TypedDict, total=False):
    # Naira for one dollar.
    NGN: Decimal
    # Cedis for one dollar.
    GHS: Decimal


class Rate(_RateMaybe):
    pass


class ReceivedWithdrawal(TypedDict):
    # The withdrawal's.
    id: str
    # As it was accepted, however it stands by now.
    status: Literal["pending"]


class _ReplayMaybe(TypedDict, total=False):
    # What to repeat the request with as `after` for the rest; left out when that was all.
    next: str


class Replay(_ReplayMaybe):
    # How many are on their way again.
    queued: int


class _ResentMaybe(TypedDict, total=False):
    # What happened instead of an answer.
    error: str


class Resent(_ResentMaybe):
    # The delivery record's.
    id: str
    status: Literal["delivered", "failed"]


class _SavedAddressMaybe(TypedDict, total=False):
    label: str


class SavedAddress(_SavedAddressMaybe):
    _id: str
    id: str
    address: str
    # As a withdrawal names it.
    network: str
    # As a withdrawal names it.
    token: str
    # The token's icon.
    avatar: str
    createdAt: str


class _SavedBankMaybe(TypedDict, total=False):
    # What withdrawals say when they say nothing themselves.
    narration: str
    avatar: str


class SavedBank(_SavedBankMaybe):
    # What a withdrawal is addressed to.
    id: str
    account: str
    user: str
    integration: str
    # The holder, as the bank writes it.
    accountName: str
    accountNumber: str
    # The bank's id in the bank list.
    bankId: str
    bankName: str
    currency: Literal["ngn", "ghs", "usd"]
    # What kind of institution keeps it.
    type: str
    autoSettlement: bool
    disabled: bool
    isBusiness: bool
    createdAt: str
    updatedAt: str


class SellRate(TypedDict):
    # The asset's id, as it goes into paths.
    asset: str
    # The asset's custody code.
    identifier: str
    symbol: str
    # The network's name, for people.
    network: str
    # Of one coin.
    priceInUSD: Decimal
    # Local units for one dollar of it.
    rate: "Rate"
    # When the younger of its price and rates was made.
    updatedAt: str


class SentCoin(TypedDict):
    # As a withdrawal names it.
    token: str
    # As a withdrawal names it.
    network: str
    # The network's name, for people.
    name: str
    # In dollars, on top of the amount.
    fee: "Fees"
    # In dollars.
    minimum: Decimal
    # In dollars.
    maximum: Decimal


class _TradeMaybe(TypedDict, total=False):
    # What was credited, in `currency`, after the fee.
    amount: Decimal
    # Local units for one dollar.
    rate: Decimal
    # Why it is flagged or deleted, or what resolved it.
    reason: str
    # Where it came from, where that is known.
    sourceAddress: str
    # From `currency` to what was credited: 1, or dollars for one naira.
    conversionRate: Decimal
    # Its value in dollars.
    amountReceived: Decimal
    # The platform's fee, in `currency`.
    feeAmount: Decimal
    # Whole units of local money on their way to a bank; with the three after it left out when nothing was
    # settled.
    amountSettled: Decimal
    # Local units for one dollar.
    settlementRate: Decimal
    # The business's margin, in percent.
    markupPercent: Decimal
    # The business's margin, in `currency`; on its balance, not in `amount`.
    markupAmount: Decimal


class Trade(_TradeMaybe):
    id: str
    # The asset's icon.
    avatar: str
    txHash: str
    # Where the transaction can be looked at.
    txLink: str
    # The asset's id.
    asset: str
    # The wallet's number.
    vaultId: str
    # Where it was sent to.
    address: str
    # The wallet's id.
    wallet: str
    passAMLCheck: bool
    # In coins.
    cryptoReceived: Decimal
    # In dollars: what was taken for completing it while flagged, else 0.
    flagFeeUSD: Decimal
    walletCredited: bool
    status: Literal["pending", "flagged", "completed", "deleted"]
    currency: Literal["ngn", "ghs", "usd"]
    integration: str
    createdAt: str
    updatedAt: str


class _TradeEventMaybe(TypedDict, total=False):
    # Local units for one dollar.
    rate: Decimal
    # 1, or dollars for one naira when it is received in dollars.
    conversionRate: Decimal
    senderAddress: str
    # Left out until it is in a block.
    blockInfo: "Block"
    # `true` for an asset the address was not made for, else left out.
    isWrongAssetDeposit: bool
    # Whole units of local money on their way to a bank; with the three after it left out when nothing is
    # settled.
    amountSettled: Decimal
    # Local units for one dollar.
    settlementRate: Decimal
    # The business's margin, in percent.
    markupPercent: Decimal
    # The business's margin, in local money.
    markupAmount: Decimal


class TradeEvent(_TradeEventMaybe):
    # The trade's.
    id: str
    event: Literal["trade.pending", "trade.completed", "trade.flagged", "trade.deleted"]
    # The same on every attempt and resend.
    eventId: str
    # When it happened.
    eventTime: str
    # Counts the events of this trade.
    sequence: int
    # The last word of `event`.
    status: str
    # The asset's custody code.
    asset: str
    # The platform's fee: 0.5 is half a percent.
    feePercentage: Decimal
    feeAmountInUsd: Decimal
    # In coins.
    cryptoAmount: Decimal
    # Above zero; a deposit whose value is unknown sends no event.
    amountInUSD: Decimal
    # In dollars: what was taken for completing it while flagged, else 0.
    flagFeeUSD: Decimal
    # The wallet's number.
    vaultId: str
    # Byte for byte the address that was generated.
    destinationAddress: str
    # `Partner_`, the merchant reference, `_`, the label.
    destinationDescription: str
    txHash: str
    # How many it has so far.
    confirmations: int
    # Why it is flagged, else empty.
    note: str
    # Epoch milliseconds.
    createdAt: int
    # Epoch milliseconds.
    updatedAt: int
    # Output or log ordinal within the transaction.
    index: int
    walletCredited: bool


class _WaitingMaybe(TypedDict, total=False):
    # What goes into `X-Request-Id`; left out where no request led to it.
    requestId: str


class Waiting(_WaitingMaybe):
    # The delivery record's.
    id: str
    # The event's name.
    event: str
    # What goes into `webhook-id`.
    eventId: str
    # The bytes to pass on, as text.
    body: str


class _WalletMaybe(TypedDict, total=False):
    # With the three after it left out while no bank is linked.
    bankId: str
    bankName: str
    accountNumber: str
    accountName: str
    narration: str
    # Its newest deposit; only when one wallet is asked for, and has one.
    lastTrade: "Trade"


class Wallet(_WalletMaybe):
    id: str
    # Byte for byte as it was generated.
    address: str
    # Exactly as it was sent.
    label: str
    # The asset's id.
    asset: str
    # The asset's custody code.
    identifier: str
    # Its number; paths take it in place of the id.
    vaultId: str
    isActive: bool
    # Whether deposits go on to its bank.
    autoSettlement: bool
    createdAt: str
    updatedAt: str


class _WithdrawalMaybe(TypedDict, total=False):
    # The client's own name for it.
    externalId: str
    # Stablecoins only: in coins.
    cryptoAmount: Decimal
    # Stablecoins only, once they are sent.
    txHash: str
    # Why it was rejected or reversed.
    reason: str
    # The deposit that was settled by it.
    trade: str


class Withdrawal(_WithdrawalMaybe):
    id: str
    status: Literal["pending", "processing", "completed", "rejected", "reversed"]
    # In `currency`, as it was debited; of stablecoins without the fee.
    amount: Decimal
    # As `amount`.
    originalAmount: Decimal
    # What arrives, in `currency`.
    payoutAmount: Decimal
    # In `currency`.
    fee: Decimal
    # Of the bank account; `usd` for stablecoins.
    currency: Literal["ngn", "ghs", "usd"]
    # Its own.
    reference: str
    meta: "WithdrawalMeta"
    createdAt: str
    updatedAt: str


class _WithdrawalEventMaybe(TypedDict, total=False):
    # The deposit that was settled by it.
    trade: str
    # Why it was rejected or reversed.
    reason: str
    # Stablecoins only, once they are sent.
    txHash: str


class WithdrawalEvent(_WithdrawalEventMaybe):
    # The withdrawal's.
    id: str
    event: Literal["withdrawal.pending", "withdrawal.processing", "withdrawal.completed", "withdrawal.reversed", "withdrawal.rejected"]
    # The same on every attempt and resend.
    eventId: str
    # When it happened.
    eventTime: str
    # Counts the events of this withdrawal.
    sequence: int
    # The last word of `event`.
    status: str
    # In `currency`, as it was debited; of stablecoins without the fee.
    amount: Decimal
    # As `amount`.
    originalAmount: Decimal
    # What arrives, in `currency`.
    payoutAmount: Decimal
    # Of the bank account; `usd` for stablecoins.
    currency: Literal["ngn", "ghs", "usd"]
    # The withdrawal's own.
    reference: str
    meta: "WithdrawalMeta"
    # Epoch milliseconds.
    createdAt: int
    # Epoch milliseconds.
    updatedAt: int


class _WithdrawalMetaMaybe(TypedDict, total=False):
    # Bank withdrawals only: the bank's id in the bank list.
    bankId: str
    # Bank withdrawals only.
    accountNumber: str


class WithdrawalMeta(_WithdrawalMetaMaybe):
    # In the withdrawal's currency.
    fee: Decimal
    # Whether a deposit was settled by it.
    autoSettlement: bool


Event = Union["AddressCreated", "TradeEvent", "WithdrawalEvent"]


class Operations(ABC):
    """One method for each operation of the API. How a request is sent is said by Offramp."""

    @abstractmethod
    def _call(
        self,
        method: str,
        path: str,
        query: Optional[Dict[str, Any]] = None,
        body: Optional[Dict[str, Any]] = None,
    ) -> Any: ...

    @abstractmethod
    def _paged(self, path: str, query: Dict[str, Any]) -> Paged[Any]: ...

    def list_assets(
        self,
    ) -> List["Asset"]:
        """List assets. All that can be deposited in this environment, in a fixed order and without pages.
        Take the `id` from here: paths want it. Ids are the same in every installation.
        """
        return self._call("GET", "/trades/assets")

    def list_assets_at_trades_sell_assets(
        self,
    ) -> List["Asset"]:
        """List assets. All that can be deposited in this environment, in a fixed order and without pages.
        Take the `id` from here: paths want it. Ids are the same in every installation.
        """
        return self._call("GET", "/trades/sell/assets")

    def calculate_rate(
        self,
        id: str,
        *,
        amount_in_usd: Number,
        currency: Optional[Literal["ngn", "ghs"]] = None,
    ) -> "Quote":
        """Calculate a rate. What an amount of dollars is worth in coins and in both local currencies, before
        the fee. Without `currency` the one in which the business receives is meant, naira if it receives
        dollars.
        """
        return self._call("POST", f"/trades/pbc/sell/rate-calculator/{quote(id, safe='')}", body={
            "amountInUSD": amount_in_usd,
            "currency": currency,
        })

    def list_sell_rates(
        self,
    ) -> List["SellRate"]:
        """List sell rates. What every coin is bought for now. A coin without a price or a rate is left out."""
        return self._call("GET", "/trades/pbc/sell/rates")

    def show_market_price(
        self,
        *,
        from_: str,
        to: Optional[Literal["usd", "ngn", "ghs"]] = None,
    ) -> "MarketPrice":
        """Show a market price. What one unit of a coin costs on the market. Nothing is paid at it: the rates
        are what a business gets.
        """
        return self._call("GET", "/trades/pbc/sell/assets/market/converter", query={
            "from": from_,
            "to": to,
        })

    def generate_address(
        self,
        id: str,
        *,
        label: str,
        bank_id: Optional[str] = None,
        account_number: Optional[str] = None,
        narration: Optional[str] = None,
        auto_settlement: Optional[bool] = None,
    ) -> "GeneratedAddress":
        """Generate a deposit address. Makes the one permanent address of an asset and a label, with the bank
        account it pays on to if one is given. A repeat with the same asset and label is refused; find the
        wallet by its label then.
        """
        return self._call("POST", f"/trades/sell/assets/{quote(id, safe='')}/generate-address", body={
            "label": label,
            "bankId": bank_id,
            "accountNumber": account_number,
            "narration": narration,
            "autoSettlement": auto_settlement,
        })

    def list_wallets(
        self,
        *,
        page: Optional[int] = None,
        size: Optional[int] = None,
        sort: Optional[str] = None,
        filter: Optional[str] = None,
        search: Optional[str] = None,
        start_date: Optional[str] = None,
        end_date: Optional[str] = None,
    ) -> Paged["Wallet"]:
        """List wallets. Deposit addresses, newest first."""
        return self._paged(
            "/trades/wallets",
            {
                "page": page,
                "size": size,
                "sort": sort,
                "filter": filter,
                "search": search,
                "startDate": start_date,
                "endDate": end_date,
            },
        )

    def show_wallet(
        self,
        id: str,
    ) -> "Wallet":
        """Show a wallet. One deposit address with its newest deposit."""
        return self._call("GET", f"/trades/wallets/{quote(id, safe='')}")

    def link_bank(
        self,
        path_id: str,
        *,
        id: str,
        account_number: str,
        narration: Optional[str] = None,
        auto_settlement: Optional[bool] = None,
    ) -> None:
        """Link a bank to a wallet. In place of the one before; counts from the next credited deposit."""
        return self._call("PUT", f"/trades/wallets/{quote(path_id, safe='')}/bank", body={
            "id": id,
            "accountNumber": account_number,
            "narration": narration,
            "autoSettlement": auto_settlement,
        })

    def set_auto_settlement(
        self,
        id: str,
        *,
        auto_settlement: bool,
    ) -> "AutoSettlement":
        """Set auto-settlement of a wallet. Whether its deposits go on to its bank; counts from the next
        credited deposit.
        """
        return self._call("PUT", f"/trades/wallets/{quote(id, safe='')}/auto-settlement", body={
            "autoSettlement": auto_settlement,
        })

    def list_transactions(
        self,
        *,
        page: Optional[int] = None,
        size: Optional[int] = None,
        sort: Optional[str] = None,
        filter: Optional[str] = None,
        search: Optional[str] = None,
        start_date: Optional[str] = None,
        end_date: Optional[str] = None,
    ) -> Paged["Trade"]:
        """List nothing. An empty list, whatever there is. Deposits are in the list of deposits, withdrawals
        in theirs.
        """
        return self._paged(
            "/transactions",
            {
                "page": page,
                "size": size,
                "sort": sort,
                "filter": filter,
                "search": search,
                "startDate": start_date,
                "endDate": end_date,
            },
        )

    def list_trades(
        self,
        *,
        page: Optional[int] = None,
        size: Optional[int] = None,
        sort: Optional[str] = None,
        filter: Optional[str] = None,
        search: Optional[str] = None,
        start_date: Optional[str] = None,
        end_date: Optional[str] = None,
    ) -> Paged["Trade"]:
        """List deposits. Deposits, newest first."""
        return self._paged(
            "/trades/transactions",
            {
                "page": page,
                "size": size,
                "sort": sort,
                "filter": filter,
                "search": search,
                "startDate": start_date,
                "endDate": end_date,
            },
        )

    def show_trade(
        self,
        id: str,
    ) -> "Trade":
        """Show a deposit. One deposit. What is not decided yet is left out; nothing stands for an unknown
        amount.
        """
        return self._call("GET", f"/trades/transactions/{quote(id, safe='')}")

    def show_trade_at_trades_sell(
        self,
        id: str,
    ) -> "Trade":
        """Show a deposit. One deposit. What is not decided yet is left out; nothing stands for an unknown
        amount.
        """
        return self._call("GET", f"/trades/sell/{quote(id, safe='')}")

    def make_mock_trade(
        self,
        *,
        wallet_address: str,
        asset: str,
        amount_in_usd: Number,
        crypto_received: Number,
        reference: str,
        tx_hash: str,
        source_address: Optional[str] = None,
        confirmations: Optional[int] = None,
    ) -> "MockTrade":
        """Make a deposit up. Sandbox only. The deposit is pending when the answer is given and goes the way
        of a real one from there. `amountInUSD` and `cryptoReceived` are taken as given; `confirmations` is
        how deep it lies already.
        """
        return self._call("POST", "/trades/sell/mock-trade", body={
            "walletAddress": wallet_address,
            "asset": asset,
            "amountInUSD": amount_in_usd,
            "cryptoReceived": crypto_received,
            "reference": reference,
            "txHash": tx_hash,
            "sourceAddress": source_address,
            "confirmations": confirmations,
        })

    def list_banks(
        self,
        *,
        currency: Literal["ngn", "ghs", "usd"],
    ) -> List["Bank"]:
        """List banks. The banks and mobile-money providers of one currency, all of them; none for dollars."""
        return self._call("GET", "/payments/banks", query={
            "currency": currency,
        })

    def validate_account(
        self,
        *,
        id: str,
        account_number: str,
        currency: Optional[Literal["ngn", "ghs", "usd"]] = None,
    ) -> "Account":
        """Ask for the holder of an account. In whose name an account is."""
        return self._call("POST", "/payments/banks/validate", body={
            "id": id,
            "accountNumber": account_number,
            "currency": currency,
        })

    def add_bank(
        self,
        *,
        id: str,
        account_number: str,
        narration: Optional[str] = None,
        currency: Optional[Literal["ngn", "ghs", "usd"]] = None,
    ) -> "SavedBank":
        """Save a bank account. Keeps an account for withdrawals; its holder is asked for."""
        return self._call("POST", "/payments/banks/add", body={
            "id": id,
            "accountNumber": account_number,
            "narration": narration,
            "currency": currency,
        })

    def list_saved_banks(
        self,
        *,
        page: Optional[int] = None,
        size: Optional[int] = None,
        sort: Optional[str] = None,
        filter: Optional[str] = None,
        search: Optional[str] = None,
        start_date: Optional[str] = None,
        end_date: Optional[str] = None,
    ) -> Paged["SavedBank"]:
        """List saved bank accounts. Accounts kept for withdrawals, newest first."""
        return self._paged(
            "/payments/integration-banks",
            {
                "page": page,
                "size": size,
                "sort": sort,
                "filter": filter,
                "search": search,
                "startDate": start_date,
                "endDate": end_date,
            },
        )

    def show_saved_bank(
        self,
        id: str,
    ) -> "SavedBank":
        """Show a saved bank account. One account that is kept for withdrawals."""
        return self._call("GET", f"/payments/integration-banks/{quote(id, safe='')}")

    def delete_bank(
        self,
        id: str,
    ) -> None:
        """Forget a saved bank account. Withdrawals to it that are under way go on."""
        return self._call("DELETE", f"/payments/banks/{quote(id, safe='')}")

    def withdraw_to_bank(
        self,
        id: str,
        *,
        amount: Number,
        pin: str,
        narration: Optional[str] = None,
        external_id: Optional[str] = None,
    ) -> "ReceivedWithdrawal":
        """Withdraw to a bank account. Pays out to a saved bank account. `amount` is in its currency and is
        debited in full; the fee comes out of it. A repeat with the same `externalId` and the same wish
        gets the first answer and moves nothing.
        """
        return self._call("POST", f"/payments/withdraw/bank/{quote(id, safe='')}", body={
            "amount": amount,
            "pin": pin,
            "narration": narration,
            "externalId": external_id,
        })

    def withdraw_to_address(
        self,
        *,
        token: Literal["USDT", "USDC"],
        wallet_address: str,
        pin: str,
        amount: Optional[Number] = None,
        crypto_amount: Optional[Number] = None,
        network: Optional[Literal["ERC20", "TRC20", "BSC", "SOL", "TON"]] = None,
        fee_level: Optional[Literal["low", "medium", "high"]] = None,
        external_id: Optional[str] = None,
    ) -> "Withdrawal":
        """Withdraw stablecoins. Sends stablecoins from the dollar balance. Either `amount` (dollars) or
        `cryptoAmount` (coins); the fee comes on top, by network and `feeLevel`. `network` may be left out
        when the address leaves one. The same amount is not sent to the same address twice within a minute.
        A repeat with the same `externalId` and the same wish gets the first answer and moves nothing.
        """
        return self._call("POST", "/payments/withdraw/address", body={
            "amount": amount,
            "cryptoAmount": crypto_amount,
            "token": token,
            "network": network,
            "walletAddress": wallet_address,
            "feeLevel": fee_level,
            "pin": pin,
            "externalId": external_id,
        })

    def list_sent_coins(
        self,
    ) -> List["SentCoin"]:
        """List coins that can be withdrawn. Which coins can be withdrawn on which networks, and what that
        costs.
        """
        return self._call("GET", "/payments/supported-assets-info")

    def add_address(
        self,
        *,
        address: str,
        token: Literal["USDT", "USDC"],
        network: Optional[Literal["ERC20", "TRC20", "BSC", "SOL", "TON"]] = None,
        label: Optional[str] = None,
    ) -> "SavedAddress":
        """Save a withdrawal address. Keeps an address that stablecoins are sent to. `network` may be left out
        when the address leaves one.
        """
        return self._call("POST", "/payments/wallet-addresses", body={
            "address": address,
            "network": network,
            "token": token,
            "label": label,
        })

    def list_addresses(
        self,
        *,
        page: Optional[int] = None,
        size: Optional[int] = None,
        sort: Optional[str] = None,
        filter: Optional[str] = None,
        search: Optional[str] = None,
        start_date: Optional[str] = None,
        end_date: Optional[str] = None,
    ) -> Paged["SavedAddress"]:
        """List saved withdrawal addresses. Addresses kept for withdrawals, newest first."""
        return self._paged(
            "/payments/wallet-addresses",
            {
                "page": page,
                "size": size,
                "sort": sort,
                "filter": filter,
                "search": search,
                "startDate": start_date,
                "endDate": end_date,
            },
        )

    def delete_address(
        self,
        id: str,
    ) -> None:
        """Forget a saved withdrawal address. Withdrawals to it that are under way go on."""
        return self._call("DELETE", f"/payments/wallet-addresses/{quote(id, safe='')}")

    def list_withdrawals(
        self,
        *,
        page: Optional[int] = None,
        size: Optional[int] = None,
        sort: Optional[str] = None,
        filter: Optional[str] = None,
        search: Optional[str] = None,
        start_date: Optional[str] = None,
        end_date: Optional[str] = None,
    ) -> Paged["Withdrawal"]:
        """List withdrawals. To bank accounts and as stablecoins, newest first."""
        return self._paged(
            "/payments/withdrawals",
            {
                "page": page,
                "size": size,
                "sort": sort,
                "filter": filter,
                "search": search,
                "startDate": start_date,
                "endDate": end_date,
            },
        )

    def show_withdrawal(
        self,
        id: str,
    ) -> "Withdrawal":
        """Show a withdrawal. By its id, or by the percent-encoded `externalId` its request carried. While
        that request is worked on this waits for it, and says 503 rather than 404 when that takes too long:
        nobody need pay again for want of an answer.
        """
        return self._call("GET", f"/payments/withdrawal/{quote(id, safe='')}")

    def sell_dollars(
        self,
        *,
        amount: Number,
        bank: Optional[str] = None,
        pin: Optional[str] = None,
    ) -> "Converted":
        """Convert dollars. Into local currency, at the market rate less the spread, without a fee. With
        `bank`, a saved bank account, the result is paid out at once; that needs the PIN. Without it the
        currency is the one in which the business receives, naira if it receives dollars.
        """
        return self._call("POST", "/payments/convert", body={
            "amount": amount,
            "bank": bank,
            "pin": pin,
        })

    def buy_dollars(
        self,
        *,
        amount: Number,
        withdrawal_address_id: Optional[str] = None,
        pin: Optional[str] = None,
    ) -> "Converted":
        """Convert into dollars. From the local currency in which the business receives, naira if it receives
        dollars, at the market rate and the spread, without a fee. `amount` is in that currency. With
        `withdrawalAddressId`, a saved address, the dollars are sent there at once, less the fee of the
        medium level; that needs the PIN.
        """
        return self._call("POST", "/payments/fiat-to-usd", body={
            "amount": amount,
            "withdrawalAddressId": withdrawal_address_id,
            "pin": pin,
        })

    def show_integration(
        self,
    ) -> "Integration":
        """Show the account. Balances and conditions of the caller. Never a secret."""
        return self._call("GET", "/users/fetch-integration")

    def set_markup(
        self,
        *,
        markup_percent: Number,
    ) -> "Markup":
        """Set the markup. The business's own margin on the rate, from the next credited deposit on."""
        return self._call("PUT", "/users/markup-percent", body={
            "markupPercent": markup_percent,
        })

    def list_webhook_events(
        self,
        *,
        page: Optional[int] = None,
        size: Optional[int] = None,
        sort: Optional[str] = None,
        filter: Optional[str] = None,
        search: Optional[str] = None,
        start_date: Optional[str] = None,
        end_date: Optional[str] = None,
    ) -> Paged["Delivery"]:
        """List webhook deliveries. Delivery records, newest first; each is one event for one endpoint with
        its attempts, kept for seven days.
        """
        return self._paged(
            "/transactions/webhooks",
            {
                "page": page,
                "size": size,
                "sort": sort,
                "filter": filter,
                "search": search,
                "startDate": start_date,
                "endDate": end_date,
            },
        )

    def show_webhook_event(
        self,
        id: str,
    ) -> "Delivery":
        """Show a webhook delivery. One delivery record."""
        return self._call("GET", f"/transactions/webhooks/{quote(id, safe='')}")

    def resend_webhooks(
        self,
        reference: str,
    ) -> List["Resent"]:
        """Send webhooks again. Every stored event of a trade, a withdrawal or a wallet once more, now, in the
        same bytes. Waits for the receivers a few seconds and is a success whatever they answer.
        """
        return self._call("POST", f"/transactions/webhooks/resend/{quote(reference, safe='')}")

    def replay_webhooks(
        self,
        *,
        start_date: str,
        end_date: Optional[str] = None,
        status: Optional[Literal["failed", "all"]] = None,
        after: Optional[str] = None,
    ) -> "Replay":
        """Replay webhooks. Queues the events of a time once more: those that failed, or with `status` `all`
        every one. They are delivered in the background, on the schedule of new ones.
        """
        return self._call("POST", "/transactions/webhooks/replay", body={
            "startDate": start_date,
            "endDate": end_date,
            "status": status,
            "after": after,
        })

    def listen_for_events(
        self,
        *,
        listener: Optional[str] = None,
        events: Optional[str] = None,
        taken: Optional[str] = None,
        status: Optional[int] = None,
        error: Optional[str] = None,
        end: Optional[bool] = None,
    ) -> "Listened":
        """Listen for events. The next event for a receiver that cannot be called; `./offramp listen` asks
        this. The first request names no `listener` and makes one, which gets all events from then on, or
        those that `events` names, parted by commas. Each further request names it, says with `taken` which
        delivery it has passed on, with what `status` or `error`, and gets the next. What was not taken is
        given again. A listener that has not asked for an hour, or says `end`, is forgotten; of more than
        ten the one that was silent longest.
        """
        return self._call("POST", "/transactions/webhooks/listen", body={
            "listener": listener,
            "events": events,
            "taken": taken,
            "status": status,
            "error": error,
            "end": end,
        })
