package dev.offramp.tenancy;

import dev.offramp.db.ObjectId;

/// Identity of a credential; not the app id, which its holder sends.
public record CredentialId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
