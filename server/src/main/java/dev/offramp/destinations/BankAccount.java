package dev.offramp.destinations;

import dev.offramp.money.Fiat;
import java.util.Optional;
import java.util.regex.Pattern;

/// An account at a bank or mobile-money operator, its holder's name resolved. `toString` shows neither number nor name.
///
/// @param bankId id in the bank list
/// @param accountNumber 6 to 20 digits
/// @param currency the bank's currency
/// @param narration what the payee reads, 1 to 32 characters; cleaned per rail
public record BankAccount(
        String bankId,
        String bankName,
        String accountNumber,
        String accountName,
        Fiat currency,
        Optional<String> narration) {

    private static final Pattern ACCOUNT_NUMBER = Pattern.compile("[0-9]{6,20}");
    private static final int NARRATION_MAX = 32;

    public BankAccount {
        if (!ACCOUNT_NUMBER.matcher(accountNumber).matches()) {
            throw new IllegalArgumentException("an account number has 6 to 20 digits");
        }
        if (narration.filter(text -> !isNarration(text)).isPresent()) {
            throw new IllegalArgumentException("a narration has 1 to 32 characters");
        }
    }

    /// The same account, whose payee reads something else.
    public BankAccount saying(String otherNarration) {
        return new BankAccount(bankId, bankName, accountNumber, accountName, currency, Optional.of(otherNarration));
    }

    private static boolean isNarration(String text) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= NARRATION_MAX;
    }

    @Override
    public String toString() {
        return "BankAccount at " + bankId + " in " + currency;
    }
}
