package dev.offramp.assets;

import dev.offramp.money.AssetCode;
import java.time.Instant;

/// An asset is out of use.
///
/// @param reason in words for people
public record Pause(AssetCode code, String reason, Instant since) {}
