package dev.offramp.payouts.simulated;

import dev.offramp.payouts.BankId;
import java.util.List;

/// Names of sandbox accounts: the same account always has the same one.
final class AccountNames {

    private static final List<String> GIVEN = List.of(
            "ADA", "AMA", "BOLA", "CHIDI", "EFUA", "EMEKA", "FEMI", "HALIMA", "IFEOMA", "KOFI", "KWAME", "MUSA",
            "NGOZI", "TUNDE", "YAW", "ZAINAB");

    private static final List<String> FAMILY = List.of(
            "ABUBAKAR",
            "ADEYEMI",
            "ANSAH",
            "BALOGUN",
            "BELLO",
            "BOATENG",
            "DANJUMA",
            "EZE",
            "IBRAHIM",
            "MENSAH",
            "NWOSU",
            "OBI",
            "OKAFOR",
            "OKORO",
            "OWUSU",
            "YUSUF");

    private AccountNames() {}

    static String of(BankId bank, String accountNumber) {
        int hash = (bank.value() + '/' + accountNumber).hashCode();
        return pick(GIVEN, hash) + ' ' + pick(FAMILY, hash / GIVEN.size());
    }

    private static String pick(List<String> names, int hash) {
        return names.get(Math.floorMod(hash, names.size()));
    }
}
