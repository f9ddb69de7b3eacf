package dev.offramp.withdrawals;

import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Posting;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What withdrawals do in the books.
///
/// Placed: amount and fee are held. Completed: `tenant → liquidity` the amount and `tenant → fees` the fee, in dollars;
/// `liquidity → custody` the coins. Rejected or reversed: the hold is released. Whatever a block took for its work:
/// `gas cost → custody`, whether the transaction succeeded, failed or only used up a nonce.
final class Booking {

    private Booking() {}

    static Entry.Hold hold(Withdrawal withdrawal) {
        return new Entry.Hold(hold(withdrawal.id()), tenant(withdrawal), withdrawal.total());
    }

    /// What the books see of a withdrawal that has come into the state it is in.
    static Optional<Entry> of(Withdrawal withdrawal) {
        return switch (withdrawal.state()) {
            case WithdrawalState.Placed _,
                    WithdrawalState.Numbered _,
                    WithdrawalState.Signed _,
                    WithdrawalState.Sent _ -> Optional.empty();
            case WithdrawalState.Completed _ -> Optional.of(sent(withdrawal));
            case WithdrawalState.Rejected _, WithdrawalState.Reversed _ ->
                Optional.of(new Entry.Release(hold(withdrawal.id())));
        };
    }

    private static Entry sent(Withdrawal withdrawal) {
        Environment environment = withdrawal.tenant().environment();
        AssetCode usd = Fiat.USD.asset();
        AssetCode coin = withdrawal.coins().asset();
        Account tenant = tenant(withdrawal);
        List<Posting> postings = new ArrayList<>();
        postings.add(new Posting(tenant, Account.system(AccountKind.LIQUIDITY, environment, usd), withdrawal.amount()));
        if (withdrawal.fee().isPositive()) {
            postings.add(new Posting(tenant, Account.system(AccountKind.FEES, environment, usd), withdrawal.fee()));
        }
        postings.add(new Posting(
                Account.system(AccountKind.LIQUIDITY, environment, coin),
                Account.system(AccountKind.CUSTODY, environment, coin),
                withdrawal.coins()));
        Cause cause = new Cause("withdrawal.sent", withdrawal.id().value());
        return new Entry.PostHeld(hold(withdrawal.id()), cause, postings);
    }

    /// @param gas in the network's own coin
    static Optional<Entry> gas(Withdrawal withdrawal, Money gas) {
        if (!gas.isPositive()) {
            return Optional.empty();
        }
        Environment environment = withdrawal.tenant().environment();
        Posting posting = new Posting(
                Account.system(AccountKind.GAS_COST, environment, gas.asset()),
                Account.system(AccountKind.CUSTODY, environment, gas.asset()),
                gas);
        Cause cause = new Cause("withdrawal.gas", withdrawal.id().value());
        return Optional.of(new Entry.Post(cause, List.of(posting)));
    }

    private static Cause hold(WithdrawalId withdrawal) {
        return new Cause("withdrawal", withdrawal.value());
    }

    private static Account tenant(Withdrawal withdrawal) {
        return Account.tenant(withdrawal.tenant(), Fiat.USD);
    }
}
