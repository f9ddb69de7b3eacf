package dev.offramp.notices;

import dev.offramp.db.ObjectId;

/// Identity of a notice.
public record NoticeId(ObjectId value) {

    @Override
    public String toString() {
        return value.value();
    }
}
