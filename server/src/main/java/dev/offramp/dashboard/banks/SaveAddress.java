package dev.offramp.dashboard.banks;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.withdrawals.SavedAddress;
import dev.offramp.withdrawals.SavedAddresses;
import java.util.List;
import java.util.Optional;

/// Saves an address that coins can be sent to.
record SaveAddress(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ListSavedAddresses.PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.MOVE_MONEY).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return AddressForm.ALL;
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return FillInAddress.again(visit, form);
        }
        Token token = form.get(AddressForm.TOKEN);
        TokenNetwork network = form.get(AddressForm.NETWORK);
        if (!uses.withdrawals().has(visit.business().environment(), token, network)) {
            return FillInAddress.again(
                    visit,
                    form.refuse(
                            AddressForm.NETWORK,
                            token + " is not on " + network.network().displayName() + "."));
        }
        Optional<Address> payable = uses.withdrawals()
                .payable(visit.business().environment(), token, network, form.get(AddressForm.ADDRESS));
        return payable.map(address -> visit.commit(tx -> save(tx, visit, form, address)))
                .orElseGet(() -> FillInAddress.again(
                        visit,
                        form.refuse(
                                AddressForm.ADDRESS,
                                "This is not an address of " + network.network().displayName()
                                        + " that coins can be sent to.")));
    }

    private Outcome<Answer> save(Transaction tx, Visit visit, Form form, Address address) {
        SavedAddresses.Addition addition = uses.savedAddresses()
                .add(
                        tx,
                        visit.tenant(),
                        form.get(AddressForm.TOKEN),
                        form.get(AddressForm.NETWORK),
                        address,
                        form.find(AddressForm.LABEL));
        return switch (addition) {
            case SavedAddresses.Addition.Added(SavedAddress saved) ->
                Outcome.done(
                        Answer.redirect(visit.here().path(ListSavedAddresses.PATH), Note.good("The address is saved.")),
                        Deed.of(Action.SAVED_ADDRESS_ADDED, Subject.Kind.SAVED_ADDRESS, saved.id())
                                .after(details(saved)));
            case SavedAddresses.Addition.AlreadyExists() ->
                Outcome.refused(
                        FillInAddress.again(visit, form.refuse(AddressForm.ADDRESS, "This address is saved already.")));
        };
    }

    static Details details(SavedAddress saved) {
        return Details.of("address", saved.address().value()).with("coin", ListSavedAddresses.coin(saved));
    }
}
