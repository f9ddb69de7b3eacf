package dev.offramp.people;

import dev.offramp.db.ObjectId;

/// Identity of an invitation, which may be shown; not its token, which is worth it.
public record InvitationId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
