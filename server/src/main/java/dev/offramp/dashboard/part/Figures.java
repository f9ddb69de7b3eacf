package dev.offramp.dashboard.part;

import dev.offramp.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Amounts and times as people read them.
public final class Figures {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Figures() {}

    /// `1,234,567.50`: every decimal there is, the whole part in groups.
    public static String number(BigDecimal amount) {
        String plain = amount.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String rest = point < 0 ? "" : plain.substring(point);
        return (amount.signum() < 0 ? "\u2212" : "") + whole.replaceAll("\\B(?=(\\d{3})+$)", ",") + rest;
    }

    /// An amount in whole coins, exactly.
    public static String number(Money money, int scale) {
        return number(money.decimal(scale));
    }

    public static String count(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /// `29 Nov 2026, 21:40:32 UTC`.
    public static String time(Instant at) {
        return TIME.format(at) + " UTC";
    }

    public static String day(Instant at) {
        return DAY.format(at);
    }

    /// For programs.
    public static String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// The end of what is not to be read whole: `****6789`.
    public static String masked(String text) {
        return "\u2022\u2022\u2022\u2022" + (text.length() > 8 ? text.substring(text.length() - 4) : "");
    }
}
