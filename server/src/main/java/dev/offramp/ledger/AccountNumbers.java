package dev.offramp.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The numbers of the accounts of one batch, both ways.
final class AccountNumbers {

    private final Map<Account, Long> numbers = new HashMap<>();
    private final Map<Long, Account> accounts = new HashMap<>();

    void put(Account account, long number) {
        numbers.put(account, number);
        accounts.put(number, account);
    }

    boolean knows(Account account) {
        return numbers.containsKey(account);
    }

    long of(Account account) {
        return numbers.get(account);
    }

    List<Long> of(Collection<Account> all) {
        return all.stream().map(numbers::get).sorted().toList();
    }

    Account account(long number) {
        return accounts.get(number);
    }
}
