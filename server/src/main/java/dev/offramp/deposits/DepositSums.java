package dev.offramp.deposits;

import dev.offramp.money.AssetCode;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/// Units of deposits, by asset.
///
/// @param flagged held in suspense
/// @param completed credited
/// @param inBlocks whatever lies in a block we have read, booked or not, dust included
public record DepositSums(
        Map<AssetCode, BigInteger> flagged, Map<AssetCode, BigInteger> completed, Map<AssetCode, BigInteger> inBlocks) {

    /// What came out of custody.
    public Map<AssetCode, BigInteger> booked() {
        Map<AssetCode, BigInteger> both = new HashMap<>(completed);
        flagged.forEach((asset, units) -> both.merge(asset, units, BigInteger::add));
        return both;
    }
}
