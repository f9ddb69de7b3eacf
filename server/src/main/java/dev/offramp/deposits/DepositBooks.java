package dev.offramp.deposits;

import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Posting;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Money;
import java.util.ArrayList;
import java.util.List;

/// How deposits are booked. Coins come from custody (the outside world of chains) into liquidity, or wait in suspense
/// while flagged; the local currency goes from liquidity to the tenant (amount and markup) and to fees. Postings of
/// nothing are left out.
final class DepositBooks {

    private static final String CREDIT = "deposit.credit";
    private static final String SUSPEND = "deposit.suspend";

    private DepositBooks() {}

    static Entry suspend(Deposit deposit) {
        Posting posting =
                new Posting(coins(deposit, AccountKind.CUSTODY), coins(deposit, AccountKind.SUSPENSE), units(deposit));
        return new Entry.Post(new Cause(SUSPEND, deposit.id().value()), List.of(posting));
    }

    /// @param deposit as it was before: coins of a flagged one lie in suspense
    static Entry credit(Deposit deposit, Terms terms) {
        boolean isSuspended = deposit.state() instanceof DepositState.Flagged;
        AssetCode currency = terms.currency().asset();
        Account liquidity = system(deposit, AccountKind.LIQUIDITY, currency);
        Account tenant = Account.tenant(deposit.tenant(), terms.currency());
        Account fees = system(deposit, AccountKind.FEES, currency);
        List<Posting> postings = new ArrayList<>();
        add(
                postings,
                coins(deposit, isSuspended ? AccountKind.SUSPENSE : AccountKind.CUSTODY),
                coins(deposit, AccountKind.LIQUIDITY),
                units(deposit));
        add(postings, liquidity, tenant, terms.amount());
        add(postings, liquidity, tenant, terms.markup());
        add(postings, liquidity, fees, terms.fee());
        add(postings, liquidity, fees, terms.flagFee());
        return new Entry.Post(new Cause(CREDIT, deposit.id().value()), postings);
    }

    private static void add(List<Posting> postings, Account from, Account to, Money amount) {
        if (amount.isPositive()) {
            postings.add(new Posting(from, to, amount));
        }
    }

    private static Money units(Deposit deposit) {
        return new Money(deposit.asset(), deposit.units());
    }

    private static Account coins(Deposit deposit, AccountKind kind) {
        return system(deposit, kind, deposit.asset());
    }

    private static Account system(Deposit deposit, AccountKind kind, AssetCode asset) {
        return Account.system(kind, deposit.tenant().environment(), asset);
    }
}
