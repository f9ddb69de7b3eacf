package dev.offramp.http.webhook;

import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.PathParameter;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.tenancy.Scope;
import dev.offramp.webhooks.RecordId;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.webhook.DeliveryJson;

/// One delivery record.
public record ShowWebhookEvent(Webhooks webhooks) implements Endpoint {

    @Override
    public Route route() {
        return Route.get("/transactions/webhooks/{id}", Scope.WEBHOOKS, PathParameter.id("id"));
    }

    @Override
    public Manual manual() {
        return Manual.of("Show a webhook delivery", "One delivery record.", new Shape.One(DeliveryJson.class))
                .refusing(Refusal.WEBHOOK_EVENT_NOT_FOUND);
    }

    @Override
    public Answer answer(Request request) {
        return webhooks.record(request.tenant(), new RecordId(request.objectId("id")))
                .map(record -> Answer.success(Message.DATA_FETCHED, DeliveryRendering.of(record)))
                .orElseGet(() -> Answer.refusal(Refusal.WEBHOOK_EVENT_NOT_FOUND));
    }
}
