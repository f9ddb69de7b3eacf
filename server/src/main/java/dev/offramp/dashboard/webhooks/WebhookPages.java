package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// Everything about webhooks.
public final class WebhookPages {

    private WebhookPages() {}

    public static List<Page> all(Uses uses) {
        return List.of(
                new ListEndpoints(uses),
                new FillInEndpoint(),
                new AddEndpoint(uses),
                new ShowEndpoint(uses),
                new ChangeEndpoint(uses),
                new SwitchEndpoint(uses, true),
                new SwitchEndpoint(uses, false),
                new RemoveEndpoint(uses),
                new TestEndpoint(uses),
                new ShowSecret(uses),
                new RotateSecret(uses),
                new EndOverlap(uses),
                new ListDeliveries(uses),
                new ShowDelivery(uses, false),
                new ShowDelivery(uses, true),
                new ResendDelivery(uses),
                new ReplayDeliveries(uses));
    }
}
