package dev.offramp.reports;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.figures.Figure;
import dev.offramp.figures.Figures;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.Ledger;
import dev.offramp.ledger.Line;
import dev.offramp.ledger.LineBatch;
import dev.offramp.ledger.Movement;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import dev.offramp.withdrawals.Withdrawals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ledger lines and statements of a tenant.
public final class Reports {

    /// The rooms this one reads.
    public record Uses(Ledger ledger, Figures figures, Facts facts, Assets assets, Withdrawals withdrawals) {}

    private final Uses uses;

    private Reports(Uses uses) {
        this.uses = uses;
    }

    public static Reports create(Uses uses) {
        return new Reports(uses);
    }

    /// Every line of what was booked for these deposits, payouts, withdrawals and conversions, oldest first.
    public List<ReportLine> linesOf(Transaction tx, Collection<ObjectId> subjects) {
        return valued(tx, uses.ledger().linesOf(tx, subjects));
    }

    /// Every line of the transfers that concern a tenant and were booked from one time on, up to another, which is left
    /// out: in the order of booking, `max` transfers at a time. For those who read it all and must not keep a
    /// transaction open as long.
    ///
    /// @param after empty for the first batch
    public ReportBatch lines(
            Transaction tx, Tenant tenant, Instant from, Instant until, Optional<LineBatch.Place> after, int max) {
        LineBatch batch = uses.ledger().lines(tx, tenant, from, until, after, max);
        return new ReportBatch(valued(tx, batch.lines()), batch.next());
    }

    private List<ReportLine> valued(Transaction tx, List<Line> lines) {
        Values values = Values.of(tx, uses.facts(), lines);
        return lines.stream()
                .map(line -> new ReportLine(
                        line,
                        LineKind.of(line.cause().purpose()),
                        decimals(line.posting().amount().asset()),
                        values.of(line)))
                .toList();
    }

    /// A month of every account the tenant has, or the part of it that has passed.
    ///
    /// @param tx of one moment ([Database#view][dev.offramp.db.Database#view])
    public Statement statement(Transaction tx, Tenant tenant, YearMonth month) {
        LocalDate from = month.atDay(1);
        LocalDate until = month.plusMonths(1).atDay(1);
        Map<Account, List<Movement>> moved = new LinkedHashMap<>();
        uses.ledger()
                .movements(tx, tenant, from, until)
                .forEach(movement -> moved.computeIfAbsent(movement.account(), account -> new ArrayList<>())
                        .add(movement));
        List<Statement.Sheet> sheets = new ArrayList<>();
        moved.forEach((account, movements) -> sheets.add(sheet(account, movements)));
        return new Statement(month, sheets, fees(uses.figures().days(tx, tenant, from, until)));
    }

    private static Statement.Sheet sheet(Account account, List<Movement> movements) {
        Money opening = Money.zero(account.asset());
        Money closing = opening;
        Map<Statement.Group, Statement.Group> groups = new LinkedHashMap<>();
        for (Movement movement : movements) {
            opening = opening.plus(signed(movement, movement.before()));
            closing = closing.plus(signed(movement, movement.before())).plus(signed(movement, movement.amount()));
            if (movement.count() > 0) {
                LineKind kind = LineKind.of(movement.purpose());
                var name = new Statement.Group(kind, movement.isIncoming(), 0, Money.zero(account.asset()));
                var group = new Statement.Group(kind, movement.isIncoming(), movement.count(), movement.amount());
                groups.merge(name, group, Reports::sum);
            }
        }
        return new Statement.Sheet(account, opening, List.copyOf(groups.values()), closing);
    }

    private static Statement.Group sum(Statement.Group one, Statement.Group other) {
        return new Statement.Group(
                one.kind(),
                one.isIncoming(),
                one.count() + other.count(),
                one.amount().plus(other.amount()));
    }

    private static Money signed(Movement movement, Money amount) {
        return movement.isIncoming() ? amount : amount.negated();
    }

    /// What the platform took less what it gave back, per currency.
    public static Map<Fiat, Money> fees(List<Figure> figures) {
        Map<Fiat, Money> fees = new EnumMap<>(Fiat.class);
        for (Figure figure : figures) {
            Money taken = switch (figure.happening()) {
                case CREDITED, PAID_OUT, SENT -> figure.fees();
                case CORRECTED, TAKEN_BACK -> figure.fees().negated();
            };
            fees.merge(figure.currency(), taken, Money::plus);
        }
        return fees;
    }

    /// Those of the smallest unit of whatever the books are kept in.
    public int decimals(AssetCode asset) {
        return Fiat.parse(asset.value())
                .map(_ -> Fiat.SCALE)
                .or(() -> uses.assets().find(asset).map(Asset::decimals))
                .or(() -> uses.withdrawals().decimals(asset))
                .orElseThrow(() -> new IllegalStateException("the books are not kept in " + asset));
    }
}
