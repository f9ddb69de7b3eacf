package dev.offramp.dashboard;

import java.util.List;

/// How the dashboard is set up.
///
/// @param isProductionEnabled whether there are pages of `production` at all (`OFFRAMP_PRODUCTION=on`)
/// @param publicUrl how browsers reach the server, without a slash at the end
/// @param webhookSenders where webhooks come from, as the operator states it; empty where that is not stated
public record DashboardSettings(boolean isProductionEnabled, String publicUrl, List<String> webhookSenders) {

    public DashboardSettings {
        webhookSenders = List.copyOf(webhookSenders);
    }
}
