package dev.offramp.wire.withdrawal;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import java.time.Instant;
import java.util.Optional;

/// A saved withdrawal address. Clients know its id by either name.
public record SavedAddressJson(
        @Key(as = Notation.ID) String _id,
        @Key(as = Notation.ID) String id,
        String address,
        @Key("As a withdrawal names it.") String network,
        @Key("As a withdrawal names it.") String token,
        Optional<String> label,
        @Key(value = "The token's icon.", as = Notation.URL) String avatar,
        Instant createdAt) {}
