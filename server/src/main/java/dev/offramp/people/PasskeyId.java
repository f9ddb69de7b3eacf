package dev.offramp.people;

import dev.offramp.db.ObjectId;

/// Identity of a passkey on our pages; not the credential id its authenticator gave it.
public record PasskeyId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
