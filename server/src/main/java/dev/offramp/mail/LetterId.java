package dev.offramp.mail;

import dev.offramp.db.ObjectId;

/// Identity of a letter.
public record LetterId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
