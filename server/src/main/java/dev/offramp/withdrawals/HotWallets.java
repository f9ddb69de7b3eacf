package dev.offramp.withdrawals;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.CoinSender.Holdings;
import dev.offramp.db.Database;
import dev.offramp.db.Trouble;
import dev.offramp.tenancy.Environment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Looks at the hot wallets: what the chain says of each, beside what was given out of it.
record HotWallets(Database db, Coins coins, CoinSenders senders) {

    /// By network, as `chain` names it.
    List<HotWallet> all() {
        return senders.all().stream()
                .sorted(Comparator.comparing(sender -> sender.id().toString()))
                .map(this::look)
                .toList();
    }

    /// What the real chains say otherwise than we do. The simulated ones are held against the books as a whole.
    List<String> faultsOnRealChains() {
        return senders.all().stream()
                .filter(sender -> sender.id().environment() == Environment.PRODUCTION)
                .flatMap(sender -> new ChainCheck(db, sender).faults(look(sender)).stream())
                .sorted()
                .toList();
    }

    private HotWallet look(CoinSender sender) {
        List<Coin> sent = TokenNetwork.of(sender.id().network())
                .map(network -> sent(sender, network))
                .orElse(List.of());
        try {
            long used = sender.nonce();
            Optional<Holdings> holdings =
                    sender.holdings(sent.stream().map(Coin::contract).collect(Collectors.toSet()));
            List<HotWallet.Holding> shown =
                    holdings.map(all -> shown(sender, sent, all)).orElse(List.of());
            return wallet(sender, OptionalLong.of(used), shown, Optional.empty());
        } catch (Trouble trouble) {
            return wallet(sender, OptionalLong.empty(), List.of(), Optional.of(trouble.getMessage()));
        }
    }

    private List<Coin> sent(CoinSender sender, TokenNetwork network) {
        List<Coin> sent = new ArrayList<>();
        for (Token token : Token.values()) {
            coins.find(sender.id().environment(), token, network).ifPresent(sent::add);
        }
        return sent;
    }

    private List<HotWallet.Holding> shown(CoinSender sender, List<Coin> sent, Holdings holdings) {
        List<HotWallet.Holding> shown = new ArrayList<>();
        Coins.Gas gas = coins.gas(sender.id().environment(), sender.id().network());
        shown.add(new HotWallet.Holding(gas.code(), new BigDecimal(holdings.coins(), gas.decimals())));
        Map<Address, BigInteger> tokens = holdings.tokens();
        for (Coin coin : sent) {
            BigInteger units = tokens.getOrDefault(coin.contract(), BigInteger.ZERO);
            shown.add(new HotWallet.Holding(coin.code(), new BigDecimal(units, coin.decimals())));
        }
        return shown;
    }

    private HotWallet wallet(
            CoinSender sender, OptionalLong used, List<HotWallet.Holding> holdings, Optional<String> trouble) {
        HotWalletStore wallets = new HotWalletStore();
        return db.transact(tx -> {
            long next = Math.max(wallets.next(tx, sender.id(), sender.wallet()), used.orElse(0));
            HotWalletStore.Open open = wallets.open(tx, sender.id());
            return new HotWallet(
                    sender.id(),
                    sender.wallet(),
                    holdings,
                    next,
                    used,
                    used.isPresent() ? wallets.foreign(tx, sender.id(), sender.wallet(), used.getAsLong()) : 0,
                    used.isPresent() ? wallets.gaps(tx, sender.id(), sender.wallet(), used.getAsLong()) : List.of(),
                    open.waiting(),
                    open.underWay(),
                    trouble);
        });
    }
}
