package dev.offramp.withdrawals;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.chains.AddressForm;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.money.Rounding;
import dev.offramp.rates.RateBoard;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// What can be said of one wish without its past and its tenant's money: coin, address, worth, fee and limits. Pure.
///
/// @param boards what tokens are worth, per environment
/// @param fees by environment
/// @param limits by tenant
record Judging(
        Coins coins,
        CoinSenders senders,
        Map<Environment, RateBoard> boards,
        Map<Environment, Map<TermsStore.FeeKey, Money>> fees,
        Map<Tenant, WithdrawalLimits> limits) {

    /// A wish that may be placed.
    record Fit(Address address, Money amount, Money fee, Money coins, int decimals) {}

    sealed interface Verdict {
        record Refused(Placement refusal) implements Verdict {}

        record Allowed(Fit fit) implements Verdict {}
    }

    /// Where this text is an address on this network that coins may be sent to.
    static Optional<Address> payable(CoinSenders senders, Environment environment, Coin coin, String text) {
        return canonical(environment, coin.network(), text)
                .filter(address -> !address.equals(coin.contract()))
                .filter(address -> senders.serving(environment, coin.network().network())
                        .filter(sender -> sender.wallet().equals(address))
                        .isEmpty());
    }

    static Optional<Address> canonical(NewWithdrawal wish) {
        return canonical(wish.tenant().environment(), wish.network(), wish.address());
    }

    private static Optional<Address> canonical(Environment environment, TokenNetwork network, String text) {
        return AddressForm.canonical(network.network().family(), environment, text);
    }

    Verdict judge(NewWithdrawal wish) {
        Environment environment = wish.tenant().environment();
        Optional<Coin> coin = coins.find(environment, wish.token(), wish.network());
        if (coin.isEmpty()) {
            return new Verdict.Refused(new Placement.NoSuchCoin());
        }
        Optional<Address> address = payable(senders, environment, coin.get(), wish.address());
        if (address.isEmpty()) {
            return new Verdict.Refused(new Placement.UnusableAddress());
        }
        if (senders.serving(environment, wish.network().network()).isEmpty()) {
            return new Verdict.Refused(new Placement.NoSender());
        }
        return price(environment, wish.token())
                .map(price -> judge(wish, coin.get(), address.get(), price))
                .orElseGet(() -> new Verdict.Refused(new Placement.NoRate()));
    }

    private Optional<BigDecimal> price(Environment environment, Token token) {
        return Optional.ofNullable(boards.get(environment))
                .orElseThrow()
                .price(coins.priced(environment, token))
                .map(quote -> quote.rate().value());
    }

    private Verdict judge(NewWithdrawal wish, Coin coin, Address address, BigDecimal price) {
        Fit fit = switch (wish.asked()) {
            case Asked.Dollars(Money amount) -> {
                Money sent = coin.worth(amount.decimal(Fiat.SCALE), price);
                yield new Fit(address, amount, fee(wish), sent, coin.decimals());
            }
            case Asked.Coins(BigDecimal amount) -> {
                Money usd = Fiat.USD.money(amount.multiply(price), Rounding.HALF_UP);
                yield new Fit(address, usd, fee(wish), coin.of(amount), coin.decimals());
            }
        };
        WithdrawalLimits own = Optional.ofNullable(limits.get(wish.tenant())).orElseThrow();
        return own.allow(fit.amount()) && fit.coins().isPositive()
                ? new Verdict.Allowed(fit)
                : new Verdict.Refused(new Placement.OutsideLimits(own.minimum(), own.maximum()));
    }

    private Money fee(NewWithdrawal wish) {
        TermsStore.FeeKey key = new TermsStore.FeeKey(wish.network(), wish.feeLevel());
        return Optional.ofNullable(
                        fees.getOrDefault(wish.tenant().environment(), Map.of()).get(key))
                .orElseThrow();
    }
}
