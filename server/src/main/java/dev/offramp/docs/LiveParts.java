package dev.offramp.docs;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.tenancy.Environment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What only the running server knows, as Markdown, by the name that pages call it.
public final class LiveParts {

    private final Map<String, String> byName;

    private LiveParts(Map<String, String> byName) {
        this.byName = Map.copyOf(byName);
    }

    /// @param publicUrl how clients reach the server, without a slash at the end
    /// @param webhookSenders the addresses that webhooks come from, as far as they are set
    public static LiveParts of(String publicUrl, Assets assets, List<String> webhookSenders) {
        return new LiveParts(Map.of(
                "url",
                publicUrl,
                "base-url",
                publicUrl + "/v1",
                "supported-assets",
                supported(assets),
                "sender-addresses",
                senders(webhookSenders)));
    }

    LiveParts with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(byName);
        all.putAll(more);
        return new LiveParts(all);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static String supported(Assets assets) {
        StringBuilder text = new StringBuilder();
        for (Environment environment : List.of(Environment.DEVELOPMENT, Environment.PRODUCTION)) {
            text.append("### In ").append(environment.code()).append("\n\n").append(table(assets.list(environment)));
            text.append('\n');
        }
        return text.toString().strip();
    }

    private static String table(List<Asset> assets) {
        Table table = new Table("Asset", "Network", "Identifier", "Id", "Minimum", "Confirmations", "Flag fee");
        assets.forEach(asset -> table.row(
                asset.symbol(),
                asset.network().displayName(),
                Table.code(asset.code().value()),
                Table.code(asset.id().toString()),
                "$" + asset.minimumUsd().toPlainString(),
                String.valueOf(asset.confirmations()),
                "$" + asset.flagFeeUsd().toPlainString()));
        return table.written();
    }

    private static String senders(List<String> addresses) {
        return addresses.isEmpty()
                ? "This server's operator has not said which addresses its webhooks come from"
                        + " (`OFFRAMP_WEBHOOK_SENDER_ADDRESSES`)."
                : "Webhooks of this server come from "
                        + String.join(", ", addresses.stream().map(Table::code).toList()) + ".";
    }
}
