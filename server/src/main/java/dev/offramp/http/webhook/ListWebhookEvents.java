package dev.offramp.http.webhook;

import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.tenancy.Scope;
import dev.offramp.webhooks.DeliveryRecord;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.wire.Message;
import dev.offramp.wire.Page;
import dev.offramp.wire.webhook.DeliveryJson;
import java.util.List;

/// A tenant's delivery records, newest first.
public record ListWebhookEvents(Webhooks webhooks) implements Endpoint {

    @Override
    public Route route() {
        return Route.get("/transactions/webhooks", Scope.WEBHOOKS).query(Page.FORM);
    }

    @Override
    public Answer answer(Request request) {
        Page page = Page.of(request.query());
        DeliveryRecord.Page found = webhooks.records(request.tenant(), page.number(), page.size());
        List<DeliveryJson> list =
                found.records().stream().map(DeliveryRendering::of).toList();
        return Answer.page(Message.NONE, list, page.meta(found.total()));
    }
}
