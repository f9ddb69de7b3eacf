package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.db.Transaction;
import dev.offramp.webhooks.DeliveryRecord;
import dev.offramp.webhooks.RecordId;
import java.util.Optional;

/// One delivery with what was sent and what came back; its attempts update themselves until it has ended.
///
/// @param isPart only the attempts
record ShowDelivery(Uses uses, boolean isPart) implements Page {

    static final String PATH = ListDeliveries.PATH + "/{delivery}";

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH + (isPart ? "/attempts" : ""));
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Shows shows() {
        return isPart ? Shows.FRAGMENT : Shows.PAGE;
    }

    @Override
    public Answer answer(Visit visit) {
        return visit.view(tx -> found(tx, visit, uses))
                .map(record -> DeliveryView.of(record, visit.may(Permission.SEE_ACCOUNTS)))
                .map(view -> isPart
                        ? Answer.fragment(out -> JteattemptsGenerated.render(out, null, visit.here(), view))
                        : Answer.page("Delivery", out -> JtedeliveryGenerated.render(out, null, visit.here(), view)))
                .orElseGet(Answer::missing);
    }

    static Optional<DeliveryRecord> found(Transaction tx, Visit visit, Uses uses) {
        return visit.id("delivery").flatMap(id -> uses.webhooks().record(tx, visit.tenant(), new RecordId(id)));
    }
}
