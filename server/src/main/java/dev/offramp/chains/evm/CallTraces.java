package dev.offramp.chains.evm;

import java.util.Locale;

/// Whether a network is read with call traces, which alone show coins that a contract passes on.
public enum CallTraces {
    /// With traces if the node that reads the first block offers them; what is found then holds until the next start.
    AUTO,
    /// Always; a node without them is in trouble.
    ON,
    /// Never: top-level value only.
    OFF;

    /// The lower-case name, as in settings.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
