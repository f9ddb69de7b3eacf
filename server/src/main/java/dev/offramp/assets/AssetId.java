package dev.offramp.assets;

import dev.offramp.db.ObjectId;

/// Identity of an asset in paths. The custody code (`SOL_USDC_JKVK`) is its `AssetCode`, never its id.
public record AssetId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
