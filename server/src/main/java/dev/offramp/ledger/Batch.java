package dev.offramp.ledger;

import dev.offramp.money.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Decides the entries of one batch in memory, in order, and collects what has to be written. Pure: everything it needs
/// was read and locked before.
final class Batch {

    /// A posting and the cause it is booked under.
    ///
    /// @param concerns on a transfer's first line, the tenant's account it is about
    record Line(Cause cause, int number, Posting posting, Optional<Account> concerns) {}

    private final Map<Cause, HoldRow> holds;
    private final Set<Cause> ended = new LinkedHashSet<>();
    private final Map<Account, GuardedBalance> balances = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Entry.Hold> placed = new ArrayList<>();
    private final List<Cause> posted = new ArrayList<>();
    private final List<Cause> released = new ArrayList<>();

    Batch(Map<Cause, HoldRow> holds) {
        this.holds = holds;
    }

    static List<Cause> holdsEnded(List<Entry> entries) {
        List<Cause> causes = new ArrayList<>();
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.PostHeld held -> causes.add(held.hold());
                case Entry.Release release -> causes.add(release.hold());
                case Entry.Post _, Entry.Hold _ -> {}
            }
        }
        return causes;
    }

    Set<Account> accountsOf(List<Entry> entries) {
        Set<Account> accounts = new LinkedHashSet<>();
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Post post -> addAccounts(accounts, post.postings());
                case Entry.Hold hold -> accounts.add(hold.account());
                case Entry.PostHeld held -> {
                    addAccounts(accounts, held.postings());
                    accounts.add(open(held.hold()).account());
                }
                case Entry.Release release -> accounts.add(open(release.hold()).account());
            }
        }
        return accounts;
    }

    private static void addAccounts(Set<Account> accounts, List<Posting> postings) {
        for (Posting posting : postings) {
            accounts.add(posting.from());
            accounts.add(posting.to());
        }
    }

    /// Accounts that are only named, beside those that anything moves through.
    static Set<Account> accountsNamedBy(List<Entry> entries) {
        Set<Account> accounts = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Post post) {
                post.concerns().ifPresent(accounts::add);
            }
        }
        return accounts;
    }

    List<Account> guardedAccountsOf(List<Entry> entries) {
        return accountsOf(entries).stream()
                .filter(account -> account.kind().isGuarded())
                .toList();
    }

    /// Takes the locked balances, by account number.
    void load(Map<Long, GuardedBalance> locked, AccountNumbers numbers) {
        for (Map.Entry<Long, GuardedBalance> row : locked.entrySet()) {
            balances.put(numbers.account(row.getKey()), row.getValue());
        }
    }

    Outcome decide(Entry entry) {
        return switch (entry) {
            case Entry.Post post -> post(post);
            case Entry.Hold hold -> hold(hold);
            case Entry.PostHeld held -> postHeld(held);
            case Entry.Release release -> release(release);
        };
    }

    private Outcome post(Entry.Post post) {
        Map<Account, BigInteger> change = guardedChange(post.postings());
        for (Map.Entry<Account, BigInteger> row : change.entrySet()) {
            GuardedBalance balance = balances.get(row.getKey());
            if (balance.available().add(row.getValue()).signum() < 0) {
                return insufficient(row.getKey(), balance);
            }
        }
        change.forEach((account, units) -> balances.get(account).post(units));
        book(post.cause(), post.postings(), post.concerns());
        return new Outcome.Entered();
    }

    private Outcome hold(Entry.Hold hold) {
        GuardedBalance balance = balances.get(hold.account());
        if (balance.available().compareTo(hold.amount().units()) < 0) {
            return insufficient(hold.account(), balance);
        }
        balance.hold(hold.amount().units());
        placed.add(hold);
        return new Outcome.Entered();
    }

    private Outcome postHeld(Entry.PostHeld held) {
        HoldRow hold = end(held.hold());
        BigInteger taken = guardedChange(held.postings())
                .getOrDefault(hold.account(), BigInteger.ZERO)
                .negate();
        if (taken.compareTo(hold.amount().units()) > 0) {
            throw new IllegalStateException("postings take more than the hold of " + held.hold());
        }
        GuardedBalance balance = balances.get(hold.account());
        balance.hold(hold.amount().units().negate());
        guardedChange(held.postings())
                .forEach((account, units) -> balances.get(account).post(units));
        book(held.cause(), held.postings(), Optional.empty());
        posted.add(held.hold());
        return new Outcome.Entered();
    }

    private Outcome release(Entry.Release release) {
        HoldRow hold = end(release.hold());
        balances.get(hold.account()).hold(hold.amount().units().negate());
        released.add(release.hold());
        return new Outcome.Entered();
    }

    private HoldRow end(Cause cause) {
        HoldRow hold = open(cause);
        if (!ended.add(cause)) {
            throw new IllegalStateException("a hold ends once: " + cause);
        }
        return hold;
    }

    private HoldRow open(Cause cause) {
        HoldRow hold = holds.get(cause);
        if (hold == null || !hold.isOpen()) {
            throw new IllegalStateException("no open hold of " + cause);
        }
        return hold;
    }

    private void book(Cause cause, List<Posting> postings, Optional<Account> named) {
        Optional<Account> concerns = named.or(() -> owned(postings));
        for (int i = 0; i < postings.size(); i++) {
            lines.add(new Line(cause, i, postings.get(i), i == 0 ? concerns : Optional.empty()));
        }
    }

    private static Optional<Account> owned(List<Posting> postings) {
        return postings.stream()
                .flatMap(posting -> Stream.of(posting.from(), posting.to()))
                .filter(account -> account.owner().isPresent())
                .findFirst();
    }

    private static Map<Account, BigInteger> guardedChange(List<Posting> postings) {
        Map<Account, BigInteger> change = new HashMap<>();
        for (Posting posting : postings) {
            if (posting.from().kind().isGuarded()) {
                change.merge(posting.from(), posting.amount().units().negate(), BigInteger::add);
            }
            if (posting.to().kind().isGuarded()) {
                change.merge(posting.to(), posting.amount().units(), BigInteger::add);
            }
        }
        return change;
    }

    private static Outcome insufficient(Account account, GuardedBalance balance) {
        return new Outcome.InsufficientFunds(new Money(account.asset(), balance.available()));
    }

    Map<Account, GuardedBalance> balances() {
        return balances;
    }

    List<Line> lines() {
        return lines;
    }

    List<Entry.Hold> placed() {
        return placed;
    }

    Collection<Cause> posted() {
        return posted;
    }

    Collection<Cause> released() {
        return released;
    }
}
