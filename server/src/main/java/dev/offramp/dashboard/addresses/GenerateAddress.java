package dev.offramp.dashboard.addresses;

import dev.offramp.assets.Asset;
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
import dev.offramp.destinations.BankAccount;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import java.util.List;
import java.util.Optional;

/// Makes the one address of an asset and a label, with the bank it pays on to if one was filled in.
record GenerateAddress(Uses uses, AddressForm fillIn) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowAddressForm.PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_ADDRESSES);
    }

    @Override
    public List<Field<?>> fields() {
        return fillIn.forNew();
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = judged(visit, visit.form());
        if (!form.isValid()) {
            return invalid(visit, form);
        }
        return switch (fillIn.name(uses.payouts(), visit.business().environment(), form)) {
            case AddressForm.Named.Refused(Form refused) -> invalid(visit, refused);
            case AddressForm.Named.Nothing _ -> generate(visit, form, Optional.empty());
            case AddressForm.Named.Account(BankAccount account) -> generate(visit, form, Optional.of(account));
        };
    }

    /// Whether deposits in the asset can be taken here and now.
    private Form judged(Visit visit, Form form) {
        return form.find(fillIn.asset())
                .filter(asset -> !isTaken(visit, asset))
                .map(_ -> form.refuse(fillIn.asset(), "Deposits in this asset are not taken here at the moment."))
                .orElse(form);
    }

    private boolean isTaken(Visit visit, Asset asset) {
        return asset.environment() == visit.business().environment()
                && visit.view(tx -> uses.assets().isActive(tx, asset));
    }

    private Answer generate(Visit visit, Form form, Optional<BankAccount> account) {
        return visit.commit(tx -> generate(tx, visit, form, account));
    }

    private Outcome<Answer> generate(Transaction tx, Visit visit, Form form, Optional<BankAccount> account) {
        Asset asset = form.get(fillIn.asset());
        Label label = form.get(AddressForm.LABEL);
        return switch (uses.wallets().generate(tx, visit.tenant(), asset, label)) {
            case Generation.Generated(Wallet wallet) -> {
                settle(tx, wallet, account, form.is(AddressForm.SETTLING));
                yield Outcome.done(
                        Answer.redirect(
                                visit.here().path(ListAddresses.PATH + "/" + wallet.id()),
                                Note.good("The address is made. It may be paid at once.")),
                        deed(wallet, account));
            }
            case Generation.LabelTaken _ ->
                Outcome.refused(invalid(
                        visit,
                        form.refuse(AddressForm.LABEL, "There is an address of this asset with this label already.")));
        };
    }

    private void settle(Transaction tx, Wallet wallet, Optional<BankAccount> account, boolean isSettling) {
        account.ifPresentOrElse(
                bank -> uses.destinations().link(tx, wallet.id(), bank, Optional.of(isSettling)), () -> {
                    if (isSettling) {
                        uses.destinations().rememberAutoSettlement(tx, wallet.id(), true);
                    }
                });
    }

    private static Deed deed(Wallet wallet, Optional<BankAccount> account) {
        Details made = Details.of("label", wallet.label()).with("asset", wallet.asset());
        return Deed.of(Action.ADDRESS_GENERATED, Subject.Kind.ADDRESS, wallet.id())
                .after(account.map(
                                bank -> made.with("bank", bank.bankName()).withAccount("account", bank.accountNumber()))
                        .orElse(made));
    }

    private Answer invalid(Visit visit, Form form) {
        ShowAddressForm.View view = ShowAddressForm.view(visit, uses, fillIn, form);
        return Answer.invalid(ShowAddressForm.TITLE, out -> JtenewGenerated.render(out, null, visit.here(), view));
    }
}
