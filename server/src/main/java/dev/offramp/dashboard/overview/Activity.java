package dev.offramp.dashboard.overview;

import dev.offramp.dashboard.part.Chart;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.figures.Figure;
import dev.offramp.figures.Happening;
import dev.offramp.figures.Standing;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.reports.Reports;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a business's last days come to, as the page shows it.
///
/// @param volume dollars credited per day
/// @param sums of those days, in words and numbers
/// @param standings how much stands where, by what it is
record Activity(Chart volume, List<Sum> sums, List<Standings> standings) {

    /// @param path below the root, where the things themselves are
    record Standings(String name, String path, List<Count> counts) {}

    /// @param filter the value by which the list shows these alone
    record Count(String words, String number, String filter) {}

    record Sum(String name, String amount, String unit) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /// @param from the first day
    /// @param until the first day that is not shown
    static Activity of(List<Figure> figures, Map<Standing, Long> standings, LocalDate from, LocalDate until) {
        return new Activity(volume(figures, from, until), sums(figures), standings(standings));
    }

    private static Chart volume(List<Figure> figures, LocalDate from, LocalDate until) {
        List<Chart.Point> points = from.datesUntil(until)
                .map(day -> new Chart.Point(
                        DAY.format(day),
                        dollars(figures.stream()
                                .filter(figure -> figure.day().equals(day))
                                .toList())))
                .toList();
        return new Chart("Credited per day", "USD", points);
    }

    private static BigDecimal dollars(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.happening() == Happening.CREDITED)
                .map(Figure::usd)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(Fiat.SCALE, RoundingMode.DOWN);
    }

    private static List<Sum> sums(List<Figure> figures) {
        List<Sum> sums = new ArrayList<>();
        sums.add(new Sum("Credited", Figures.number(dollars(figures)), Fiat.USD.name()));
        left(figures).forEach((currency, amount) -> sums.add(sum("Paid out", currency, amount)));
        Reports.fees(figures).forEach((currency, amount) -> sums.add(sum("Fees", currency, amount)));
        return sums;
    }

    /// What was paid and sent, less what came back.
    private static Map<Fiat, Money> left(List<Figure> figures) {
        Map<Fiat, Money> left = new EnumMap<>(Fiat.class);
        for (Figure figure : figures) {
            switch (figure.happening()) {
                case PAID_OUT, SENT -> left.merge(figure.currency(), figure.amount(), Money::plus);
                case TAKEN_BACK -> left.merge(figure.currency(), figure.amount().negated(), Money::plus);
                case CREDITED, CORRECTED -> {}
            }
        }
        return left;
    }

    private static Sum sum(String name, Fiat currency, Money amount) {
        return new Sum(name, number(amount), currency.name());
    }

    static String number(Money amount) {
        return Figures.number(amount, Fiat.SCALE);
    }

    private static List<Standings> standings(Map<Standing, Long> counts) {
        return List.of(
                new Standings(
                        "Transactions",
                        "/transactions?state=",
                        List.of(
                                count("Confirming", "pending", counts, Set.of(Standing.DEPOSIT_PENDING)),
                                count("Held back", "flagged", counts, Set.of(Standing.DEPOSIT_FLAGGED)),
                                count("Credited", "completed", counts, Set.of(Standing.DEPOSIT_COMPLETED)),
                                count("Left the chain", "deleted", counts, Set.of(Standing.DEPOSIT_DELETED)))),
                new Standings(
                        "Withdrawals",
                        "/withdrawals?status=",
                        List.of(
                                count(
                                        "Pending",
                                        "pending",
                                        counts,
                                        Set.of(Standing.PAYOUT_PENDING, Standing.WITHDRAWAL_PENDING)),
                                count(
                                        "Processing",
                                        "processing",
                                        counts,
                                        Set.of(Standing.PAYOUT_PROCESSING, Standing.WITHDRAWAL_PROCESSING)),
                                count(
                                        "Completed",
                                        "completed",
                                        counts,
                                        Set.of(Standing.PAYOUT_COMPLETED, Standing.WITHDRAWAL_COMPLETED)),
                                count(
                                        "Rejected",
                                        "rejected",
                                        counts,
                                        Set.of(Standing.PAYOUT_REJECTED, Standing.WITHDRAWAL_REJECTED)),
                                count(
                                        "Reversed",
                                        "reversed",
                                        counts,
                                        Set.of(Standing.PAYOUT_REVERSED, Standing.WITHDRAWAL_REVERSED)))));
    }

    private static Count count(String words, String filter, Map<Standing, Long> counts, Set<Standing> of) {
        return new Count(words, Figures.count(of.stream().mapToLong(counts::get).sum()), filter);
    }
}
