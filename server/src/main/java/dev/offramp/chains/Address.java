package dev.offramp.chains;

/// An address in the canonical form of its family, the very text that `wallets` hands out: EVM addresses with
/// their EIP-55 checksum, Bitcoin Cash with its prefix. Adapters convert before they report, so that a plain
/// comparison finds the owner.
public record Address(String value) {

    @Override
    public String toString() {
        return value;
    }
}
