package dev.offramp.dashboard.conversion;

import dev.offramp.conversions.ConversionOutcome;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.dashboard.outflows.Amounts;
import dev.offramp.dashboard.outflows.MoneyForm;
import dev.offramp.dashboard.outflows.Payees;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.Transaction;
import dev.offramp.drafts.DraftKind;
import dev.offramp.ledger.Account;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.rates.Quote;
import dev.offramp.rates.RateBoard;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import gg.jte.html.HtmlContent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One balance into another, at the rate that was shown or not at all.
public record ConversionForm(Uses uses) implements MoneyForm {

    public static final Field<Direction> DIRECTION = Fields.choice(
                    "direction",
                    "Convert",
                    Arrays.stream(Direction.values())
                            .map(way -> new Choice(way.code(), way.from() + " into " + way.to()))
                            .toList(),
                    code -> Arrays.stream(Direction.values())
                            .filter(way -> way.code().equals(code))
                            .findFirst())
            .required();
    public static final Field<BigDecimal> AMOUNT =
            Fields.amount("amount", "Amount to convert", Fiat.SCALE).required();

    private static final List<Fiat> BALANCES = List.of(Fiat.NGN, Fiat.USD, Fiat.GHS);

    @Override
    public DraftKind kind() {
        return DraftKind.CONVERSION;
    }

    @Override
    public String path() {
        return "/convert";
    }

    @Override
    public String title() {
        return "Convert";
    }

    @Override
    public String verb() {
        return "Convert";
    }

    @Override
    public boolean needsPin() {
        return false;
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(DIRECTION, AMOUNT);
    }

    @Override
    public HtmlContent shown(Visit visit, Form form) {
        List<String> balances = visit.view(tx -> balances(tx, visit.tenant()));
        List<String> rates =
                visit.view(tx -> rates(uses.rates().board(tx, visit.tenant().environment())));
        return out -> JtefieldsGenerated.render(out, null, form, balances, rates);
    }

    private List<String> balances(Transaction tx, Tenant tenant) {
        List<Account> accounts = BALANCES.stream()
                .map(currency -> Account.tenant(tenant, currency))
                .toList();
        Map<Account, Money> available = uses.ledger().available(tx, accounts);
        return accounts.stream()
                .map(account ->
                        Amounts.text(Optional.ofNullable(available.get(account)).orElseThrow()))
                .toList();
    }

    private static List<String> rates(RateBoard board) {
        return Arrays.stream(Direction.values())
                .flatMap(way ->
                        quote(board, way)
                                .map(quote -> way.from() + " into " + way.to() + ": " + rate(way, quote))
                                .stream())
                .toList();
    }

    @Override
    public Outlook outlook(Transaction tx, Tenant tenant, Form form) {
        Direction way = form.get(DIRECTION);
        BigDecimal amount = form.get(AMOUNT);
        Optional<Quote> quote = quote(uses.rates().board(tx, tenant.environment()), way);
        Optional<Money> bought = way.isSale()
                ? uses.conversions().worth(tx, tenant, amount, way.to())
                : uses.conversions().dollarsFor(tx, tenant, amount, way.from());
        if (quote.isEmpty() || bought.isEmpty()) {
            return new Outlook.Unfit(unknown(form));
        }
        if (!bought.get().isPositive()) {
            return new Outlook.Unfit(tooLittle(form));
        }
        Money sold = Money.exactly(way.from().asset(), Fiat.SCALE, amount);
        Money available = Payees.available(tx, uses.ledger(), Account.tenant(tenant, way.from()));
        return available.compareTo(sold) < 0
                ? new Outlook.Unfit(form.refuse(AMOUNT, "The balance has " + Amounts.text(available) + "."))
                : new Outlook.Fit(List.of(
                        Line.agreed("You give", Amounts.text(sold)),
                        Line.agreed("You get", Amounts.text(bought.get())),
                        Line.agreed("Rate", rate(way, quote.get())),
                        Line.aside(
                                "Rate from",
                                quote.get().source() + ", "
                                        + Figures.time(quote.get().at())),
                        Line.aside("Fee", "none"),
                        Line.aside(way.from() + " balance afterwards", Amounts.text(available.minus(sold)))));
    }

    private static Optional<Quote> quote(RateBoard board, Direction way) {
        return way.isSale() ? board.sellRate(way.to()) : board.buyRate(way.from());
    }

    private static String rate(Direction way, Quote quote) {
        return Figures.number(quote.rate().value()) + " " + way.local() + " per USD";
    }

    @Override
    public Doing place(Transaction tx, Tenant tenant, Form form) {
        Direction way = form.get(DIRECTION);
        BigDecimal amount = form.get(AMOUNT);
        ConversionOutcome outcome = way.isSale()
                ? uses.conversions().sellDollars(tx, tenant, amount, way.to())
                : uses.conversions().buyDollars(tx, tenant, amount, way.from());
        return switch (outcome) {
            case ConversionOutcome.Converted(Money bought) ->
                new Doing.Done(Amounts.text(bought), deed(way, amount, bought));
            case ConversionOutcome.RateUnavailable() -> new Doing.Undone(unknown(form));
            case ConversionOutcome.TooLittle() -> new Doing.Undone(tooLittle(form));
            case ConversionOutcome.InsufficientFunds() ->
                new Doing.Undone(form.refuse(AMOUNT, "The balance has less than that."));
        };
    }

    private static Deed deed(Direction way, BigDecimal amount, Money bought) {
        return Deed.of(Action.CONVERSION_MADE, Subject.Kind.CONVERSION, way.code())
                .after(Details.of("given", Figures.number(amount) + " " + way.from())
                        .with("got", Amounts.text(bought)));
    }

    private static Form unknown(Form form) {
        return form.refuse(DIRECTION, "The rate is not known right now.");
    }

    private static Form tooLittle(Form form) {
        return form.refuse(AMOUNT, "Amount is too small to be converted.");
    }

    @Override
    public String after(String as) {
        return path();
    }

    @Override
    public String said(String as) {
        return "Converted: " + as + " are in the balance.";
    }
}
