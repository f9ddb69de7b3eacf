package dev.offramp.http.webhook;

import dev.offramp.db.ObjectId;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.PathParameter;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.tenancy.Scope;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.webhooks.Webhooks.Resent;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.webhook.ResentJson;
import java.util.List;

/// Sends every stored event of a trade, a withdrawal or a wallet once more, now. A success whatever the receivers
/// answer.
public record ResendWebhooks(Webhooks webhooks) implements Endpoint {

    @Override
    public Route route() {
        return Route.post(
                "/transactions/webhooks/resend/{reference}",
                Scope.WEBHOOKS,
                PathParameter.text("reference", Refusal.WEBHOOK_EVENT_NOT_FOUND));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                "Send webhooks again",
                "Every stored event of a trade, a withdrawal or a wallet once more, now, in the same"
                        + " bytes. Waits for the receivers a few seconds and is a success whatever they answer.",
                new Shape.All(ResentJson.class));
    }

    @Override
    public Answer answer(Request request) {
        List<ResentJson> resent = ObjectId.parse(request.text("reference")).stream()
                .flatMap(reference -> webhooks.resend(request.tenant(), reference).stream())
                .map(ResendWebhooks::json)
                .toList();
        return resent.isEmpty()
                ? Answer.refusal(Refusal.WEBHOOK_EVENT_NOT_FOUND)
                : Answer.success(Message.RESEND_ATTEMPTED, resent);
    }

    private static ResentJson json(Resent resent) {
        return new ResentJson(
                resent.record().toString(),
                resent.delivered() ? DeliveryRendering.DELIVERED : DeliveryRendering.FAILED,
                resent.error());
    }
}
