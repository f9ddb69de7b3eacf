package dev.offramp.wire.wallet;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;

/// A new address; these three keys and nothing else.
public record GeneratedAddressJson(
        @Key(value = "The wallet's.", as = Notation.ID) String id,
        @Key("Permanent; as the network writes it.") String address,

        @Key(value = "The wallet's number; paths take it in place of the id.", as = Notation.NUMERAL)
        String vaultId) {}
