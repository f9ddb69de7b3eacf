package dev.offramp.chains;

/// A block's hash in its chain's own text form.
public record BlockHash(String value) {

    @Override
    public String toString() {
        return value;
    }
}
