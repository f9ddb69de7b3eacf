package dev.offramp.http.withdrawal;

import dev.offramp.db.Transaction;
import dev.offramp.db.Trouble;
import dev.offramp.gates.Ending;
import dev.offramp.gates.Entry;
import dev.offramp.gates.GateName;
import dev.offramp.gates.Gates;
import dev.offramp.tenancy.Tenant;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// Keeps requests apart that carry the same external id: while one is worked on, its twins and those who ask about it
/// wait, and are told to come back rather than that there is nothing. A client that lost our answer would pay again.
public record ExternalIds(Gates gates) {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /// Gets its turn, or what was placed under the name before; waits for either.
    ///
    /// @param placed finds the withdrawal of this external id
    /// @throws Trouble when another request with it takes longer than we wait
    <T> Entry<T> enter(Tenant tenant, String externalId, Function<Transaction, Optional<T>> placed) {
        GateName name = name(tenant, externalId);
        while (true) {
            Entry<T> entry = gates.enter(name, placed);
            if (!(entry instanceof Entry.Occupied<T>)) {
                return entry;
            }
            Optional<T> found = waited(gates.await(name, placed));
            if (found.isPresent()) {
                return new Entry.Done<>(found.get());
            }
        }
    }

    /// What there is under this name, once nobody is at it.
    ///
    /// @param name as a client asks for it; may be an id as well
    /// @throws Trouble when a request with it takes longer than we wait
    <T> Optional<T> await(Tenant tenant, String name, Function<Transaction, Optional<T>> placed) {
        return waited(gates.await(name(tenant, name), placed));
    }

    private static <T> Optional<T> waited(Ending<T> ending) {
        return switch (ending) {
            case Ending.Done<T>(T value) -> Optional.of(value);
            case Ending.Undone<T> _ -> Optional.empty();
            case Ending.StillOccupied<T> _ ->
                throw new Trouble("another request with this external id is in progress", RETRY_AFTER);
        };
    }

    private static GateName name(Tenant tenant, String externalId) {
        return new GateName(tenant, GateName.Kind.EXTERNAL_ID, externalId);
    }
}
