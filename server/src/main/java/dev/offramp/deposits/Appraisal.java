package dev.offramp.deposits;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.chains.Address;
import dev.offramp.destinations.Target;
import dev.offramp.money.Fiat;
import dev.offramp.money.Percent;
import dev.offramp.money.Rate;
import dev.offramp.rates.Quote;
import dev.offramp.rates.RateBoard;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.tenancy.TenantSettings;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Prices, rates, fees and targets of one moment, and what deposits are worth by them. Where a price or a rate is
/// missing the answer is empty, and the deposit waits: there is no default.
final class Appraisal {

    /// Digits of a mock trade's price, the quotient of its two given amounts.
    private static final int MOCK_PRICE_SCALE = 18;

    private final Assets assets;
    private final Map<WalletId, Wallet> wallets;
    private final Map<Tenant, TenantSettings> settings;
    private final Map<WalletId, Target> targets;
    private final Map<Environment, RateBoard> boards;

    Appraisal(
            Assets assets,
            Map<WalletId, Wallet> wallets,
            Map<Tenant, TenantSettings> settings,
            Map<WalletId, Target> targets,
            Map<Environment, RateBoard> boards) {
        this.assets = assets;
        this.wallets = wallets;
        this.settings = settings;
        this.targets = targets;
        this.boards = boards;
    }

    Wallet wallet(Deposit deposit) {
        return wallets.get(deposit.wallet());
    }

    TenantSettings settings(Deposit deposit) {
        return settings.get(deposit.tenant());
    }

    Asset asset(Deposit deposit) {
        return assets.find(deposit.asset())
                .orElseThrow(() -> new IllegalStateException("no longer in the catalogue: " + deposit.asset()));
    }

    BigDecimal coins(Deposit deposit) {
        return new BigDecimal(deposit.units(), asset(deposit).decimals());
    }

    /// The gross dollar value; empty while there is no price. A mock trade brings its own.
    Optional<BigDecimal> usd(Deposit deposit) {
        return deposit.mock()
                .map(Deposit.Mock::usd)
                .or(() -> price(deposit).map(quote -> Valuation.usd(coins(deposit), quote.rate())));
    }

    private Optional<Quote> price(Deposit deposit) {
        if (deposit.mock().isPresent()) {
            return Optional.of(mockPrice(deposit));
        }
        return boards.get(deposit.tenant().environment()).price(asset(deposit));
    }

    private Quote mockPrice(Deposit deposit) {
        BigDecimal usd = deposit.mock().orElseThrow().usd();
        BigDecimal price = usd.divide(coins(deposit), MOCK_PRICE_SCALE, RoundingMode.HALF_UP);
        BigDecimal aboveZero = price.max(BigDecimal.ONE.movePointLeft(MOCK_PRICE_SCALE));
        return new Quote(new Rate(aboveZero), "mock", deposit.createdAt());
    }

    /// What the tenant gets for `deposit` now; empty while a price or rate is missing.
    ///
    /// @param flagFeeUsd taken from the credit, zero unless an operator completes a flagged deposit
    Optional<Terms> terms(Deposit deposit, BigDecimal flagFeeUsd) {
        Optional<BigDecimal> usd = usd(deposit);
        Optional<Quote> price = price(deposit);
        Fiat currency = currency(deposit);
        Optional<Exchange> exchange = exchange(deposit, currency);
        if (usd.isEmpty() || price.isEmpty() || exchange.isEmpty()) {
            return Optional.empty();
        }
        Percent fee = settings(deposit).feeTiers().percentFor(usd.get());
        return Optional.of(Valuation.terms(usd.get(), price.get(), currency, exchange.get(), fee, flagFeeUsd));
    }

    Outlook outlook(Deposit deposit) {
        return new Outlook(currency(deposit), usd(deposit));
    }

    /// The currency of the target, else the tenant's receive currency.
    private Fiat currency(Deposit deposit) {
        return target(deposit).currency().orElseGet(() -> settings(deposit).receiveCurrency());
    }

    private Target target(Deposit deposit) {
        return targets.getOrDefault(deposit.wallet(), new Target.None());
    }

    private Optional<Exchange> exchange(Deposit deposit, Fiat currency) {
        RateBoard board = boards.get(deposit.tenant().environment());
        Fiat stated = currency == Fiat.USD ? Fiat.NGN : currency;
        Percent markup = currency == Fiat.USD ? Percent.ZERO : settings(deposit).markup();
        return board.sellRate(stated, markup)
                .flatMap(local ->
                        board.sellRate(stated, Percent.ZERO).map(before -> new Exchange(local, before.rate(), markup)));
    }

    /// The deposit as a fact states it.
    DepositSnapshot snapshot(Deposit deposit, Terms terms, long height, Instant at) {
        Wallet wallet = wallet(deposit);
        Optional<Place.InBlock> block =
                deposit.place() instanceof Place.InBlock in ? Optional.of(in) : Optional.empty();
        boolean goesOn = deposit.state() instanceof DepositState.Completed && deposit.corrections() == 0;
        Target target = goesOn ? target(deposit) : new Target.None();
        return new DepositSnapshot(
                deposit.id(),
                wallet.id().value().value(),
                wallet.vaultId().value(),
                wallet.label().value(),
                settings(deposit).merchantReference(),
                deposit.asset(),
                deposit.origin().network(),
                deposit.content().isWrongAsset(),
                deposit.content().sender().map(Address::value),
                deposit.origin().address().value(),
                deposit.origin().tx().value(),
                deposit.origin().index(),
                deposit.confirmations(height),
                block.map(in -> in.block().height()),
                block.map(in -> in.block().hash().value()),
                coins(deposit),
                terms.usd(),
                terms.currency(),
                terms.amount().decimal(Fiat.SCALE),
                terms.fee().decimal(Fiat.SCALE),
                terms.feeUsd(),
                terms.feePercentage().value(),
                terms.rate().rate().value(),
                terms.conversionRate(),
                terms.markupPercentage().value(),
                terms.markup().decimal(Fiat.SCALE),
                terms.flagFeeUsd(),
                flagReason(deposit.state()),
                reason(deposit.state()),
                target.bank(),
                target.address(),
                deposit.createdAt(),
                at);
    }

    private static Optional<FlagReason> flagReason(DepositState state) {
        return switch (state) {
            case DepositState.Flagged flagged -> Optional.of(flagged.why());
            case DepositState.Completed completed -> completed.wasFlagged();
            case DepositState.Pending _, DepositState.Deleted _ -> Optional.empty();
        };
    }

    private static Optional<String> reason(DepositState state) {
        return switch (state) {
            case DepositState.Flagged flagged -> flagged.rejected();
            case DepositState.Completed completed -> completed.reason();
            case DepositState.Deleted deleted -> Optional.of(deleted.reason());
            case DepositState.Pending _ -> Optional.empty();
        };
    }
}
