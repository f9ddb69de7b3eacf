package dev.offramp.people;

import dev.offramp.db.ObjectId;

/// Identity of a person.
public record PersonId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
