package dev.offramp.chains;

/// A transaction's hash in its chain's own text form. In the sandbox any text of 1 to 100 characters.
public record TxHash(String value) {

    @Override
    public String toString() {
        return value;
    }
}
