package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.BankAccount;
import dev.offramp.drafts.DraftKind;
import dev.offramp.ledger.Account;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.NewPayout;
import dev.offramp.payouts.PayoutOrigin;
import dev.offramp.payouts.PayoutSnapshot;
import dev.offramp.payouts.PayoutTerms;
import dev.offramp.payouts.Placement;
import dev.offramp.payouts.SavedBank;
import dev.offramp.payouts.SavedBankId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import gg.jte.html.HtmlContent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Money to a saved bank. What is checked in which order: the fields, the bank and its cooling-off time, limits,
/// balance.
public record PayoutForm(Uses uses, InstantSource clock) implements MoneyForm {

    public static final Field<String> BANK = Fields.text("bank", "To").required();
    public static final Field<BigDecimal> AMOUNT =
            Fields.amount("amount", "Amount", Fiat.SCALE).required();
    public static final Field<String> NARRATION = Fields.text("narration", "Narration", 32);

    /// What a valid form wants, or what is wrong with it after all.
    private sealed interface Reading {
        record Wish(SavedBank bank, Money amount, BankAccount account) implements Reading {}

        record Refused(Form form) implements Reading {}
    }

    @Override
    public DraftKind kind() {
        return DraftKind.PAYOUT;
    }

    @Override
    public String path() {
        return "/withdrawals/bank";
    }

    @Override
    public String title() {
        return "Withdraw to a bank";
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
        return List.of(BANK, AMOUNT, NARRATION);
    }

    @Override
    public HtmlContent shown(Visit visit, Form form) {
        Payees payees = visit.view(tx -> Payees.banks(tx, visit, uses));
        return out -> JtetoBankGenerated.render(out, null, visit.here(), form, payees);
    }

    @Override
    public Outlook outlook(Transaction tx, Tenant tenant, Form form) {
        return switch (read(tx, tenant, form)) {
            case Reading.Wish wish -> outlook(tx, tenant, form, wish);
            case Reading.Refused(Form refused) -> new Outlook.Unfit(refused);
        };
    }

    private Reading read(Transaction tx, Tenant tenant, Form form) {
        Optional<SavedBank> bank =
                ObjectId.parse(form.get(BANK)).flatMap(id -> uses.savedBanks().find(tx, tenant, new SavedBankId(id)));
        if (bank.isEmpty()) {
            return new Reading.Refused(form.refuse(BANK, "This account is not saved any more."));
        }
        Instant now = clock.instant();
        Instant opens = uses.tenancy().coolingOff(tx, tenant).opensAt(bank.get().createdAt(), now);
        if (now.isBefore(opens)) {
            return new Reading.Refused(form.refuse(BANK, Payees.opens("This account", opens)));
        }
        BankAccount account = bank.get().account();
        Money amount = Money.exactly(account.currency().asset(), Fiat.SCALE, form.get(AMOUNT));
        return new Reading.Wish(
                bank.get(), amount, form.find(NARRATION).map(account::saying).orElse(account));
    }

    private Outlook outlook(Transaction tx, Tenant tenant, Form form, Reading.Wish wish) {
        Fiat currency = wish.account().currency();
        Optional<PayoutTerms> terms = Optional.ofNullable(
                uses.payouts().terms(tx, List.of(tenant), currency).get(tenant));
        if (terms.isEmpty()) {
            return new Outlook.Unfit(noRail(form, currency));
        }
        Money amount = wish.amount();
        if (terms.get().isTooSmall(amount)) {
            return new Outlook.Unfit(tooSmall(form, terms.get().least()));
        }
        if (terms.get().isTooLarge(amount)) {
            return new Outlook.Unfit(tooLarge(form, terms.get().maximum().orElseThrow()));
        }
        Money available = Payees.available(tx, uses.ledger(), Account.tenant(tenant, currency));
        return available.compareTo(amount) < 0
                ? new Outlook.Unfit(insufficient(form, available))
                : new Outlook.Fit(lines(wish, terms.get().fee(), available));
    }

    private static List<Line> lines(Reading.Wish wish, Money fee, Money available) {
        BankAccount account = wish.account();
        List<Line> lines = new ArrayList<>();
        lines.add(Line.agreed("To", account.accountName()));
        lines.add(Line.agreed("Account", account.accountNumber() + " at " + account.bankName()));
        account.narration().ifPresent(text -> lines.add(Line.agreed("Narration", text)));
        lines.add(Line.agreed("From the balance", Amounts.text(wish.amount())));
        lines.add(Line.agreed("Fee, out of that", Amounts.text(fee)));
        lines.add(Line.agreed("Arrives", Amounts.text(wish.amount().minus(fee))));
        lines.add(Line.aside("Balance afterwards", Amounts.text(available.minus(wish.amount()))));
        return lines;
    }

    @Override
    public Doing place(Transaction tx, Tenant tenant, Form form) {
        return switch (read(tx, tenant, form)) {
            case Reading.Wish wish -> place(tx, tenant, form, wish);
            case Reading.Refused(Form refused) -> new Doing.Undone(refused);
        };
    }

    private Doing place(Transaction tx, Tenant tenant, Form form, Reading.Wish wish) {
        PayoutOrigin origin = new PayoutOrigin.Withdrawal(wish.bank().id(), Optional.empty());
        NewPayout payout = new NewPayout(tenant, origin, wish.amount(), wish.account());
        return switch (uses.payouts().place(tx, List.of(payout)).getFirst()) {
            case Placement.Placed(PayoutSnapshot placed) ->
                new Doing.Done(placed.id().toString(), deed(placed));
            case Placement.InsufficientFunds(Money available) -> new Doing.Undone(insufficient(form, available));
            case Placement.BelowMinimum(Money minimum) -> new Doing.Undone(tooSmall(form, minimum));
            case Placement.AboveMaximum(Money maximum) -> new Doing.Undone(tooLarge(form, maximum));
            case Placement.NoRail(Fiat currency) -> new Doing.Undone(noRail(form, currency));
            case Placement.AlreadyPlaced _ -> throw new IllegalStateException("it has neither deposit nor name");
        };
    }

    private static Deed deed(PayoutSnapshot placed) {
        return Deed.of(Action.PAYOUT_PLACED, Subject.Kind.PAYOUT, placed.id())
                .after(Details.of("amount", Amounts.text(placed.amount()))
                        .with("bank", placed.account().bankName())
                        .withAccount("account", placed.account().accountNumber()));
    }

    @Override
    public String after(String as) {
        return "/withdrawals/" + as;
    }

    @Override
    public String said(String as) {
        return "The withdrawal is on its way.";
    }

    private static Form noRail(Form form, Fiat currency) {
        return form.refuse(BANK, "Bank payouts in " + currency + " are not available in this environment.");
    }

    private static Form tooSmall(Form form, Money least) {
        return form.refuse(AMOUNT, "Amount must be at least " + Amounts.text(least) + ".");
    }

    private static Form tooLarge(Form form, Money most) {
        return form.refuse(AMOUNT, "Amount must be at most " + Amounts.text(most) + ".");
    }

    private static Form insufficient(Form form, Money available) {
        return form.refuse(AMOUNT, "The balance has " + Amounts.text(available) + ".");
    }
}
