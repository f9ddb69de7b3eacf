package dev.offramp.bench.verify;

import java.util.List;

/// Something that must be true is not.
final class Breach extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param sentences what is wrong, one for each breach
    Breach(List<String> sentences) {
        super(String.join("\n  ", sentences), null, false, false);
    }
}
