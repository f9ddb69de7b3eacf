package dev.offramp.dashboard.settings;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.outflows.Payees;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.Destination;
import dev.offramp.payouts.SavedBank;
import dev.offramp.payouts.SavedBankId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.withdrawals.SavedAddress;
import dev.offramp.withdrawals.SavedAddressId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Changes where deposits go that have no destination of their own.
record ChangeSettlement(Uses uses) implements Page {

    /// Something saved that may be chosen.
    private record Choice(Destination destination, Instant savedAt) {}

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowSettings.PATH + "/settlement");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_SETTINGS).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(SettingsForm.DESTINATION);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        Form taken = form.isValid() ? visit.commit(tx -> change(tx, visit, form)) : form;
        return taken.isValid()
                ? ShowSettings.changed(visit, "It counts from the next credited deposit on.")
                : ShowSettings.again(visit, uses, taken);
    }

    private Outcome<Form> change(Transaction tx, Visit visit, Form form) {
        Optional<Destination> before = Current.destination(tx, visit, uses);
        if (form.get(SettingsForm.DESTINATION).equals(Current.OFF)) {
            uses.destinations().clearBusinessWide(tx, visit.tenant());
            return before.isEmpty() ? Outcome.refused(form) : Outcome.done(form, deed(visit, before, Optional.empty()));
        }
        Optional<Choice> choice = ObjectId.parse(form.get(SettingsForm.DESTINATION))
                .flatMap(id -> bank(tx, visit.tenant(), id).or(() -> address(tx, visit.tenant(), id)));
        if (choice.isEmpty()) {
            return Outcome.refused(form.refuse(SettingsForm.DESTINATION, "Choose one of the list."));
        }
        Optional<Instant> opens = Payees.opening(
                uses.tenancy().coolingOff(tx, visit.tenant()), choice.get().savedAt(), visit.now());
        if (opens.isPresent()) {
            return Outcome.refused(form.refuse(
                    SettingsForm.DESTINATION,
                    "It was saved a short while ago. It opens at " + Figures.time(opens.get()) + "."));
        }
        uses.destinations().setBusinessWide(tx, visit.tenant(), choice.get().destination());
        return Outcome.done(form, deed(visit, before, Optional.of(choice.get().destination())));
    }

    private Optional<Choice> bank(Transaction tx, Tenant tenant, ObjectId id) {
        Optional<SavedBank> saved = uses.savedBanks().find(tx, tenant, new SavedBankId(id));
        return saved.map(bank -> new Choice(new Destination.Bank(bank.account()), bank.createdAt()));
    }

    private Optional<Choice> address(Transaction tx, Tenant tenant, ObjectId id) {
        Optional<SavedAddress> found = uses.savedAddresses().find(tx, tenant, new SavedAddressId(id));
        return found.map(saved -> new Choice(
                new Destination.CoinAddress(
                        saved.token(), saved.network(), saved.address().value()),
                saved.createdAt()));
    }

    private static Deed deed(Visit visit, Optional<Destination> before, Optional<Destination> after) {
        return Deed.of(
                        Action.SETTLEMENT_CHANGED,
                        Subject.Kind.SETTLEMENT,
                        visit.business().environment().code())
                .before(details(before))
                .after(details(after));
    }

    private static Details details(Optional<Destination> destination) {
        return Details.of(
                "everything else goes to",
                destination.map(known -> Current.words(known, false)).orElse(Current.OFF));
    }
}
