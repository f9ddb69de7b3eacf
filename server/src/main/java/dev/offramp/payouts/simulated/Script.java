package dev.offramp.payouts.simulated;

import java.util.Locale;

/// How a sandbox payout goes.
enum Script {
    PAID,
    REJECTED,
    REVERSED,
    STUCK,
    LATE;

    private static final String UNNAMED = "0009";

    static Script of(String accountNumber) {
        return switch (end(accountNumber)) {
            case "0001" -> REJECTED;
            case "0002" -> REVERSED;
            case "0003" -> STUCK;
            case "0004" -> LATE;
            default -> PAID;
        };
    }

    static boolean isNamed(String accountNumber) {
        return !end(accountNumber).equals(UNNAMED);
    }

    private static String end(String accountNumber) {
        return accountNumber.substring(Math.max(0, accountNumber.length() - 4));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Script ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
