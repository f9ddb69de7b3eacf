package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.Transaction;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.Ledger;
import dev.offramp.lists.ListQuery;
import dev.offramp.lists.Listing;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.SavedBank;
import dev.offramp.tenancy.CoolingOff;
import dev.offramp.withdrawals.SavedAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who may be chosen to get money, and what there is to give.
///
/// @param balances of the currencies that money leaves in
public record Payees(List<Payee> all, List<String> balances) {

    /// More than this nobody keeps; a form that shows them all is no longer a form.
    private static final int MOST = 500;

    /// One that may be chosen.
    ///
    /// @param opens when it may be used, if it may not yet
    public record Payee(String id, String label, Optional<Instant> opens) {

        /// As a choice of a list.
        public String shown() {
            return opens.map(at -> label + " (opens " + Figures.time(at) + ")").orElse(label);
        }
    }

    public static Payees banks(Transaction tx, Visit visit, Uses uses) {
        CoolingOff coolingOff = uses.tenancy().coolingOff(tx, visit.tenant());
        boolean isWhole = visit.may(Permission.SEE_ACCOUNTS);
        List<Payee> all = all(tx, visit, uses.savedBanks().list()).stream()
                .map(bank -> payee(bank, isWhole, opening(coolingOff, bank.createdAt(), visit.now())))
                .toList();
        return new Payees(all, balances(tx, visit, uses.ledger(), List.of(Fiat.NGN, Fiat.GHS)));
    }

    public static Payees addresses(Transaction tx, Visit visit, Uses uses) {
        CoolingOff coolingOff = uses.tenancy().coolingOff(tx, visit.tenant());
        List<Payee> all = all(tx, visit, uses.savedAddresses().list()).stream()
                .map(saved -> payee(saved, opening(coolingOff, saved.createdAt(), visit.now())))
                .toList();
        return new Payees(all, balances(tx, visit, uses.ledger(), List.of(Fiat.USD)));
    }

    private static <T> List<T> all(Transaction tx, Visit visit, Listing<T> listing) {
        return listing.page(tx, visit.tenant(), ListQuery.page(1, MOST)).items();
    }

    private static Payee payee(SavedBank bank, boolean isWhole, Optional<Instant> opens) {
        String number = bank.account().accountNumber();
        String label = bank.account().bankName() + ", " + (isWhole ? number : Figures.masked(number))
                + (isWhole ? ", " + bank.account().accountName() : "")
                + " (" + bank.account().currency() + ")";
        return new Payee(bank.id().toString(), label, opens);
    }

    private static Payee payee(SavedAddress saved, Optional<Instant> opens) {
        String what = saved.token() + " on " + saved.network().network().displayName() + ": "
                + saved.address().value();
        return new Payee(
                saved.id().toString(),
                saved.label().map(label -> label + ", " + what).orElse(what),
                opens);
    }

    /// When what was saved then opens; empty when it is open.
    public static Optional<Instant> opening(CoolingOff coolingOff, Instant savedAt, Instant now) {
        return Optional.of(coolingOff.opensAt(savedAt, now)).filter(now::isBefore);
    }

    static String opens(String what, Instant at) {
        return what + " was saved a short while ago. It opens at " + Figures.time(at) + ".";
    }

    private static List<String> balances(Transaction tx, Visit visit, Ledger ledger, List<Fiat> currencies) {
        List<Account> accounts = currencies.stream()
                .map(currency -> Account.tenant(visit.tenant(), currency))
                .toList();
        Map<Account, Money> available = ledger.available(tx, accounts);
        return accounts.stream()
                .map(account ->
                        Amounts.text(Optional.ofNullable(available.get(account)).orElseThrow()))
                .toList();
    }

    /// What may be spent of one balance.
    public static Money available(Transaction tx, Ledger ledger, Account balance) {
        return Optional.ofNullable(ledger.available(tx, List.of(balance)).get(balance))
                .orElseThrow();
    }
}
