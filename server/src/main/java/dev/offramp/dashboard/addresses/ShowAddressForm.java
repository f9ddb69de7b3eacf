package dev.offramp.dashboard.addresses;

import dev.offramp.assets.Asset;
import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Look.Choice;
import java.util.List;

/// The form for a new address.
record ShowAddressForm(Uses uses, AddressForm fillIn) implements Page {

    static final String PATH = ListAddresses.PATH + "/new";
    static final String TITLE = "Generate an address";

    /// @param assets those that deposits can be taken in now
    record View(Form form, AddressForm fields, List<Choice> assets) {}

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
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
        View view = view(visit, uses, fillIn, Form.blank());
        return Answer.page(TITLE, out -> JtenewGenerated.render(out, null, visit.here(), view));
    }

    static View view(Visit visit, Uses uses, AddressForm fields, Form form) {
        List<Asset> active =
                visit.view(tx -> uses.assets().list(visit.business().environment()).stream()
                        .filter(asset -> uses.assets().isActive(tx, asset))
                        .toList());
        return new View(
                form,
                fields,
                active.stream()
                        .map(asset -> new Choice(asset.id().toString(), AddressLine.name(asset)))
                        .toList());
    }
}
