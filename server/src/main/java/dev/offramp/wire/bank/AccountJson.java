package dev.offramp.wire.bank;

/// Whose account it is, as its bank says.
public record AccountJson(String accountNumber, String type, String bankName, String accountName) {

    @Override
    public String toString() {
        return "AccountJson[" + bankName + "]";
    }
}
