package dev.offramp.money;

/// What an amount is counted in: `NGN`, or a custody code such as `SOL_USDC_JKVK`.
///
/// Fiat codes are those of [Fiat]; every other code is an identifier of the asset catalogue, one per
/// asset **and network**, because a USDC on Solana and one on Base are different things to hold.
public record AssetCode(String value) {

    private static final int LENGTH_MAX = 64;

    /// Characters are counted as fields of requests count them: whatever fits there is a code, known or not.
    public AssetCode {
        if (value.isEmpty() || value.codePointCount(0, value.length()) > LENGTH_MAX) {
            throw new IllegalArgumentException("an asset code has 1 to 64 characters: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
