package dev.offramp.dashboard.chains;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.dashboard.part.Places;
import dev.offramp.withdrawals.HotWallet;
import dev.offramp.withdrawals.Withdrawals;
import java.util.List;
import java.util.stream.Collectors;

/// What the wallets hold and what goes out of them. Asks the chains, with no transaction open.
record WatchHotWallets(Withdrawals withdrawals) implements Page {

    static final String PATH = ShowHotWallets.PATH + "/now";

    @Override
    public Route route() {
        return Route.get(PATH);
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Shows shows() {
        return Shows.FRAGMENT;
    }

    /// A wallet in a line.
    record Line(HotWallet wallet) {

        String chain() {
            return Places.name(wallet.chain());
        }

        String address() {
            return wallet.address().value();
        }

        List<Places.Coins> holdings() {
            return wallet.holdings().stream()
                    .map(held -> new Places.Coins(
                            Figures.number(held.amount()), held.asset().value()))
                    .toList();
        }

        String next() {
            return Figures.count(wallet.nonceNext());
        }

        String used() {
            return wallet.noncesUsed().isPresent()
                    ? Figures.count(wallet.noncesUsed().getAsLong())
                    : "unknown";
        }

        String gaps() {
            return wallet.gaps().stream().map(String::valueOf).collect(Collectors.joining(", "));
        }

        String waiting() {
            return Figures.count(wallet.waiting());
        }

        String underWay() {
            return Figures.count(wallet.underWay());
        }

        Badge badge() {
            if (wallet.trouble().isPresent()) {
                return Badge.bad("Chain not reached");
            }
            if (wallet.foreign() != 0) {
                return Badge.bad("Foreign nonces: " + Figures.count(wallet.foreign()));
            }
            return wallet.gaps().isEmpty() ? Badge.good("In order") : Badge.bad("Gaps: " + gaps());
        }
    }

    @Override
    public Answer answer(Visit visit) {
        List<Line> lines = withdrawals.hotWallets().stream().map(Line::new).toList();
        return Answer.fragment(out -> JtehotWalletsNowGenerated.render(out, null, lines));
    }
}
