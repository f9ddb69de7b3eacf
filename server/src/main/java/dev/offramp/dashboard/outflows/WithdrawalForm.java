package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.drafts.DraftKind;
import dev.offramp.ledger.Account;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.withdrawals.Asked;
import dev.offramp.withdrawals.FeeLevel;
import dev.offramp.withdrawals.NewWithdrawal;
import dev.offramp.withdrawals.Placement;
import dev.offramp.withdrawals.Preview;
import dev.offramp.withdrawals.SavedAddress;
import dev.offramp.withdrawals.SavedAddressId;
import dev.offramp.withdrawals.WithdrawalOrigin;
import dev.offramp.withdrawals.WithdrawalSnapshot;
import gg.jte.html.HtmlContent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Stablecoins to a saved address. What is checked in which order: the fields, the address and its cooling-off time,
/// what the API checks of a withdrawal, balance.
public record WithdrawalForm(Uses uses, InstantSource clock) implements MoneyForm {

    public static final Field<String> ADDRESS = Fields.text("address", "To").required();
    public static final Field<BigDecimal> AMOUNT =
            Fields.amount("amount", "Amount in dollars", Fiat.SCALE).required();
    public static final Field<FeeLevel> FEE_LEVEL = Fields.choice(
                    "feeLevel",
                    "Fee",
                    List.of(
                            new Choice("low", "Low: when the network is quiet"),
                            new Choice("medium", "Medium"),
                            new Choice("high", "High: soon, also when it is busy")),
                    FeeLevel::parse)
            .required();

    /// What a valid form wants, or what is wrong with it after all.
    private sealed interface Reading {
        record Wish(SavedAddress saved, NewWithdrawal withdrawal) implements Reading {}

        record Refused(Form form) implements Reading {}
    }

    @Override
    public DraftKind kind() {
        return DraftKind.WITHDRAWAL;
    }

    @Override
    public String path() {
        return "/withdrawals/address";
    }

    @Override
    public String title() {
        return "Withdraw stablecoins";
    }

    @Override
    public String verb() {
        return "Withdraw";
    }

    @Override
    public boolean needsPin() {
        return true;
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(ADDRESS, AMOUNT, FEE_LEVEL);
    }

    @Override
    public HtmlContent shown(Visit visit, Form form) {
        Payees payees = visit.view(tx -> Payees.addresses(tx, visit, uses));
        Form levelled = form.typed(FEE_LEVEL).isEmpty() && form.error(FEE_LEVEL).isEmpty()
                ? form.with(FEE_LEVEL, FeeLevel.MEDIUM.code())
                : form;
        return out -> JtetoAddressGenerated.render(out, null, visit.here(), levelled, payees);
    }

    @Override
    public Outlook outlook(Transaction tx, Tenant tenant, Form form) {
        return switch (read(tx, tenant, form)) {
            case Reading.Wish wish ->
                switch (uses.withdrawals().preview(tx, wish.withdrawal())) {
                    case Preview.Possible possible -> outlook(tx, tenant, form, wish, possible);
                    case Preview.Refused(Placement why) -> new Outlook.Unfit(refused(form, why));
                };
            case Reading.Refused(Form refused) -> new Outlook.Unfit(refused);
        };
    }

    private Reading read(Transaction tx, Tenant tenant, Form form) {
        Optional<SavedAddress> saved = ObjectId.parse(form.get(ADDRESS))
                .flatMap(id -> uses.savedAddresses().find(tx, tenant, new SavedAddressId(id)));
        if (saved.isEmpty()) {
            return new Reading.Refused(form.refuse(ADDRESS, "This address is not saved any more."));
        }
        Instant now = clock.instant();
        Instant opens =
                uses.tenancy().coolingOff(tx, tenant).opensAt(saved.get().createdAt(), now);
        if (now.isBefore(opens)) {
            return new Reading.Refused(form.refuse(ADDRESS, Payees.opens("This address", opens)));
        }
        Money amount = Money.exactly(Fiat.USD.asset(), Fiat.SCALE, form.get(AMOUNT));
        return new Reading.Wish(
                saved.get(),
                new NewWithdrawal(
                        tenant,
                        new WithdrawalOrigin.Request(Optional.empty()),
                        saved.get().token(),
                        saved.get().network(),
                        saved.get().address().value(),
                        new Asked.Dollars(amount),
                        form.get(FEE_LEVEL)));
    }

    private Outlook outlook(Transaction tx, Tenant tenant, Form form, Reading.Wish wish, Preview.Possible possible) {
        Money available = Payees.available(tx, uses.ledger(), Account.tenant(tenant, Fiat.USD));
        Money total = possible.amount().plus(possible.fee());
        return available.compareTo(total) < 0
                ? new Outlook.Unfit(form.refuse(
                        AMOUNT,
                        "With the fee " + Amounts.text(total) + " are needed, and the balance has "
                                + Amounts.text(available) + "."))
                : new Outlook.Fit(lines(wish, possible, available.minus(total)));
    }

    private static List<Line> lines(Reading.Wish wish, Preview.Possible possible, Money left) {
        SavedAddress saved = wish.saved();
        BigDecimal coins = possible.coins().decimal(possible.decimals()).stripTrailingZeros();
        List<Line> lines = new ArrayList<>();
        saved.label().ifPresent(label -> lines.add(Line.agreed("To", label)));
        lines.add(Line.agreed("Address", saved.address().value()));
        lines.add(Line.agreed("Network", saved.network().network().displayName()));
        lines.add(Line.agreed("Sent", Figures.number(coins) + " " + saved.token()));
        lines.add(Line.agreed("From the balance", Amounts.text(possible.amount())));
        lines.add(
                Line.agreed("Fee on top (" + wish.withdrawal().feeLevel().code() + ")", Amounts.text(possible.fee())));
        lines.add(Line.agreed("Together", Amounts.text(possible.amount().plus(possible.fee()))));
        lines.add(Line.aside("Balance afterwards", Amounts.text(left)));
        return lines;
    }

    @Override
    public Doing place(Transaction tx, Tenant tenant, Form form) {
        return switch (read(tx, tenant, form)) {
            case Reading.Wish wish -> place(tx, form, wish);
            case Reading.Refused(Form refused) -> new Doing.Undone(refused);
        };
    }

    private Doing place(Transaction tx, Form form, Reading.Wish wish) {
        return switch (uses.withdrawals().place(tx, List.of(wish.withdrawal())).getFirst()) {
            case Placement.Placed(WithdrawalSnapshot placed) ->
                new Doing.Done(placed.id().toString(), deed(placed));
            case Placement why -> new Doing.Undone(refused(form, why));
        };
    }

    private static Deed deed(WithdrawalSnapshot placed) {
        return Deed.of(Action.WITHDRAWAL_PLACED, Subject.Kind.WITHDRAWAL, placed.id())
                .after(Details.of("amount", Amounts.text(placed.amount()))
                        .with("fee", Amounts.text(placed.fee()))
                        .with("coin", placed.token() + " " + placed.network())
                        .with("address", placed.address().value()));
    }

    private static Form refused(Form form, Placement why) {
        return switch (why) {
            case Placement.NoSender _ -> form.refuse(ADDRESS, "Nothing is sent on this network in this environment.");
            case Placement.NoSuchCoin _, Placement.UnusableAddress _ ->
                form.refuse(ADDRESS, "Nothing can be sent to this address.");
            case Placement.NoRate _ -> form.refuse(AMOUNT, "What the coin is worth is not known right now.");
            case Placement.OutsideLimits(Money minimum, Money maximum) ->
                form.refuse(
                        AMOUNT,
                        "Amount must be between " + Amounts.text(minimum) + " and " + Amounts.text(maximum) + ".");
            case Placement.Duplicate _ ->
                form.refuse(
                        AMOUNT,
                        "The same amount went to this address less than a minute ago. Wait, or change the amount.");
            case Placement.InsufficientFunds(Money available) ->
                form.refuse(AMOUNT, "The balance has " + Amounts.text(available) + ".");
            case Placement.Placed _, Placement.AlreadyPlaced _ -> throw new IllegalStateException(why.toString());
        };
    }

    @Override
    public String after(String as) {
        return "/withdrawals/" + as;
    }

    @Override
    public String said(String as) {
        return "The withdrawal is on its way.";
    }
}
