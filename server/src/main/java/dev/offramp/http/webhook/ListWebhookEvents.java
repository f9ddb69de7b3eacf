package dev.offramp.http.webhook;

import dev.offramp.db.Database;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.http.TenantList;
import dev.offramp.tenancy.Scope;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.wire.Message;
import dev.offramp.wire.webhook.DeliveryJson;

/// A tenant's delivery records, newest first.
///
/// `filter`: `status` (pending, delivered, failed), `eventType`, `reference`. `search` finds records by their id,
/// `reference` or the event's `eventId`. `sort`: `createdAt`.
public record ListWebhookEvents(TenantList<DeliveryJson> list) implements Endpoint {

    public ListWebhookEvents(Database db, Webhooks webhooks) {
        this(TenantList.of(
                db,
                webhooks.list()
                        .seenAs((tx, tenant, found) ->
                                found.stream().map(DeliveryRendering::of).toList()),
                DeliveryJson.class,
                Message.NONE,
                "webhooks.csv"));
    }

    @Override
    public Route route() {
        return list.on(Route.get("/transactions/webhooks", Scope.WEBHOOKS));
    }

    @Override
    public Manual manual() {
        return list.manual(
                "List webhook deliveries",
                "Delivery records, newest first; each is one event for one endpoint with its attempts,"
                        + " kept for seven days.");
    }

    @Override
    public Answer answer(Request request) {
        return list.answer(request);
    }
}
