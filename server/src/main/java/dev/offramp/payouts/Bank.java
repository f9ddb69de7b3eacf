package dev.offramp.payouts;

import dev.offramp.destinations.BankAccount;
import dev.offramp.money.Fiat;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// A bank or mobile-money provider that accounts are held at.
public record Bank(BankId id, Fiat currency, Type type, String name) {

    /// What kind of account it keeps; decides how a rail addresses it.
    public enum Type {
        /// A Nigerian bank account of ten digits.
        NUBAN,
        /// A Ghanaian bank account, reached through GhIPSS.
        GHIPSS,
        /// A Ghanaian mobile-money wallet; the account number is the phone number.
        MOBILE_MONEY;

        /// The wire's lower-case name: `mobile_money`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Type> parse(String code) {
            for (Type type : values()) {
                if (type.code().equals(code)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }
    }

    /// The name in lower-case letters, digits and dashes: `united-bank-for-africa`.
    public String slug() {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /// An account at it.
    BankAccount account(String accountNumber, String accountName, Optional<String> narration) {
        return new BankAccount(id.value(), name, accountNumber, accountName, currency, narration);
    }

    /// The country it is in, by its English name.
    public String country() {
        return switch (currency) {
            case NGN -> "Nigeria";
            case GHS -> "Ghana";
            case USD -> throw new IllegalStateException("no bank is paid in dollars: " + id);
        };
    }
}
