package dev.offramp.backups;

import java.io.IOException;

/// What was read is authentic and still not what a backup looks like: another program wrote it, or ours by mistake.
final class Malformed extends IOException {

    private static final long serialVersionUID = 1L;

    Malformed(String what) {
        super(what);
    }
}
