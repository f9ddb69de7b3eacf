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
import dev.offramp.dashboard.credentials.CredentialPages;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.AddressRange;
import dev.offramp.tenancy.Credential;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.List;

/// Limits all credentials that are managed here to some addresses.
record ChangeAllowList(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowSettings.PATH + "/allow-list");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_SETTINGS).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(AllowList.ADDRESSES);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        if (!form.isValid()) {
            return ShowSettings.again(visit, uses, form);
        }
        List<AddressRange> addresses = form.find(AllowList.ADDRESSES).orElse(List.of());
        int count = visit.commit(tx -> change(tx, visit, addresses));
        return ShowSettings.changed(visit, "The addresses count for " + count + " credentials, from now on.");
    }

    private Outcome<Integer> change(Transaction tx, Visit visit, List<AddressRange> addresses) {
        List<Credential> managed = CredentialPages.managed(tx, visit, uses);
        if (managed.isEmpty()) {
            return Outcome.refused(0);
        }
        AllowList before = AllowList.of(managed);
        uses.tenancy().limitAddresses(tx, managed.stream().map(Credential::id).toList(), addresses);
        return Outcome.done(
                managed.size(),
                Deed.of(
                                Action.ADDRESSES_LIMITED,
                                Subject.Kind.SETTINGS,
                                visit.business().environment().code())
                        .before(details(before.isOne() ? before.lines() : "several"))
                        .after(details(AllowList.text(addresses))));
    }

    private static Details details(String lines) {
        return Details.of("addresses", lines.isEmpty() ? "anywhere" : lines.replace("\n", ", "));
    }
}
