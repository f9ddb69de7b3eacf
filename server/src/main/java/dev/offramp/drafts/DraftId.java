package dev.offramp.drafts;

import dev.offramp.db.ObjectId;

/// Identity of a [Draft].
public record DraftId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
