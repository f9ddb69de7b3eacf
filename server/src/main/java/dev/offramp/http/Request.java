package dev.offramp.http;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wire.Values;
import java.util.Map;

/// A request that has passed every check.
///
/// @param id stands in the log, in `X-Request-Id`, and in what the request leads to
/// @param path the variable segments of the path, by name
public record Request(String id, Tenant tenant, Map<String, String> path, Values query, Values body) {

    /// A variable segment.
    public String text(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the path has no " + name);
        }
        return value;
    }

    /// A variable segment that is an id.
    public ObjectId objectId(String name) {
        return new ObjectId(text(name));
    }
}
