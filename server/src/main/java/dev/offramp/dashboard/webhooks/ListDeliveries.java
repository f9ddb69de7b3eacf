package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.part.Listed;
import dev.offramp.webhooks.DeliveryRecord;
import java.util.List;
import java.util.Optional;

/// The log of deliveries, newest first. It reaches back seven days.
record ListDeliveries(Uses uses) implements Page {

    static final String PATH = "/developers/deliveries";
    static final String TITLE = "Deliveries";

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.DEVELOPERS, TITLE));
    }

    @Override
    public Answer answer(Visit visit) {
        Listed<DeliveryRecord> listed = listed(visit, uses);
        List<DeliveryView> all = seen(visit, listed);
        return Answer.page(
                TITLE,
                out -> JtedeliveriesGenerated.render(
                        out, null, visit.here(), all, listed.pager(), visit.query(), Form.blank()));
    }

    static Answer again(Visit visit, Uses uses, Form form) {
        Listed<DeliveryRecord> listed = listed(visit, uses);
        List<DeliveryView> all = seen(visit, listed);
        return Answer.invalid(
                TITLE,
                out -> JtedeliveriesGenerated.render(
                        out, null, visit.here(), all, listed.pager(), visit.query(), form));
    }

    private static Listed<DeliveryRecord> listed(Visit visit, Uses uses) {
        return Listed.of(visit, uses.webhooks().list(), visit.here().path(PATH), List.of("status", "eventType"));
    }

    private static List<DeliveryView> seen(Visit visit, Listed<DeliveryRecord> listed) {
        boolean isWhole = visit.may(Permission.SEE_ACCOUNTS);
        return listed.items().stream()
                .map(record -> DeliveryView.of(record, isWhole))
                .toList();
    }
}
