package dev.offramp.people;

import dev.offramp.db.ObjectId;

/// Identity of a session, which may be shown; not its token, which opens it.
public record SessionId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
