package dev.offramp.secrets;

import java.io.IOException;

/// A sealed file is not as it was written: altered, or cut off.
public final class BrokenSeal extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenSeal(long chunk) {
        super("altered or cut off at chunk " + chunk);
    }
}
