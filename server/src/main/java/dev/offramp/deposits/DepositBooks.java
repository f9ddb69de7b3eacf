package dev.offramp.deposits;

import dev.offramp.db.Transaction;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Ledger;
import dev.offramp.ledger.Outcome;
import dev.offramp.ledger.Posting;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How deposits are booked. Coins come from custody (the outside world of chains) into liquidity, or wait in suspense
/// while flagged; the local currency goes from liquidity to the tenant (amount and markup) and to fees. Postings of
/// nothing are left out.
///
/// A correction is the way back of all of it, as one transfer: the coins to custody, the fees and what is held of the
/// credit to liquidity, and what is missing there from the tenant's **receivable**, whose negative balance is what the
/// tenant owes, as custody's is what we own. The debt is known with the incident and booked with the correction: until
/// then the books still have the coins, and both would be counting the same money twice; and a deposit that comes back
/// leaves nothing to owe.
final class DepositBooks {

    private static final String CREDIT = "deposit.credit";
    private static final String SUSPEND = "deposit.suspend";
    private static final String CORRECT = "deposit.correct";
    private static final String HOLD = "deposit.left-chain";

    private DepositBooks() {}

    /// For entries that nothing can refuse.
    static void enter(Transaction tx, Ledger ledger, Entry entry) {
        Outcome outcome = ledger.enter(tx, List.of(entry)).getFirst();
        if (!(outcome instanceof Outcome.Entered)) {
            throw new IllegalStateException("refused: " + outcome);
        }
    }

    /// @param stated what it would have brought: its account in the books is where it may be credited one day
    static Entry suspend(Deposit deposit, Terms stated) {
        Posting posting =
                new Posting(coins(deposit, AccountKind.CUSTODY), coins(deposit, AccountKind.SUSPENSE), units(deposit));
        return new Entry.Post(
                cause(SUSPEND, deposit),
                List.of(posting),
                Optional.of(Account.tenant(deposit.tenant(), stated.currency())));
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
        return new Entry.Post(cause(CREDIT, deposit), postings);
    }

    /// Sets `amount` of what was credited aside.
    static Entry hold(Incident incident, Money amount) {
        return new Entry.Hold(holdOf(incident), tenant(incident), amount);
    }

    static Entry release(Incident incident) {
        return new Entry.Release(holdOf(incident));
    }

    static Account tenant(Incident incident) {
        return Account.owned(
                AccountKind.TENANT, incident.tenant(), incident.credited().asset());
    }

    /// Undoes what was booked for a deposit that has left its chain.
    static Entry correct(Deposit deposit, Incident incident) {
        List<Posting> postings = new ArrayList<>();
        switch (deposit.state()) {
            case DepositState.Flagged _ ->
                add(
                        postings,
                        coins(deposit, AccountKind.SUSPENSE),
                        coins(deposit, AccountKind.CUSTODY),
                        units(deposit));
            case DepositState.Completed completed -> takeBack(postings, deposit, completed.terms(), incident);
            case DepositState.Pending _, DepositState.Deleted _ ->
                throw new IllegalStateException("nothing was booked for " + deposit.id());
        }
        Cause cause = cause(CORRECT, deposit);
        return incident.held().isPositive()
                ? new Entry.PostHeld(holdOf(incident), cause, postings)
                : new Entry.Post(cause, postings, Optional.of(tenant(incident)));
    }

    private static void takeBack(List<Posting> postings, Deposit deposit, Terms terms, Incident incident) {
        AssetCode currency = terms.currency().asset();
        Account liquidity = system(deposit, AccountKind.LIQUIDITY, currency);
        Account fees = system(deposit, AccountKind.FEES, currency);
        Account receivable = Account.owned(AccountKind.RECEIVABLE, deposit.tenant(), currency);
        add(postings, coins(deposit, AccountKind.LIQUIDITY), coins(deposit, AccountKind.CUSTODY), units(deposit));
        add(postings, tenant(incident), liquidity, incident.held());
        add(postings, receivable, liquidity, incident.shortfall());
        add(postings, fees, liquidity, terms.fee());
        add(postings, fees, liquidity, terms.flagFee());
    }

    private static Cause holdOf(Incident incident) {
        return new Cause(nth(HOLD, incident.number()), incident.deposit().value());
    }

    /// What was corrected may be booked again, once: each time round has causes of its own.
    private static Cause cause(String purpose, Deposit deposit) {
        return new Cause(nth(purpose, deposit.corrections() + 1), deposit.id().value());
    }

    private static String nth(String purpose, int number) {
        return number == 1 ? purpose : purpose + "." + number;
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
