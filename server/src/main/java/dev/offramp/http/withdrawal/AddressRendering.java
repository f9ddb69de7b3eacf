package dev.offramp.http.withdrawal;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.assets.Token;
import dev.offramp.tenancy.Environment;
import dev.offramp.wire.withdrawal.SavedAddressJson;
import dev.offramp.withdrawals.SavedAddress;

/// Saved addresses as the wire shows them.
public record AddressRendering(Assets assets) {

    SavedAddressJson of(SavedAddress saved) {
        String id = saved.id().toString();
        return new SavedAddressJson(
                id,
                id,
                saved.address().value(),
                saved.network().name(),
                saved.token().name(),
                saved.label(),
                icon(saved.token()),
                saved.createdAt());
    }

    /// A token looks the same everywhere.
    private String icon(Token token) {
        return assets.list(Environment.PRODUCTION).stream()
                .filter(asset -> asset.symbol().equals(token.name()))
                .map(Asset::icon)
                .findFirst()
                .orElseThrow();
    }
}
