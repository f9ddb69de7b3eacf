package dev.offramp.chains.evm;

/// A block's summary of its logs: 2048 bits, three of which each address and topic sets. What it lacks is not in the
/// block; what it holds may be chance (yellow paper, section 4.3.1).
final class Bloom {

    private static final int BYTES = 256;
    private static final int BIT_MASK = BYTES * Byte.SIZE - 1;

    private final byte[] bits;

    Bloom(byte[] bits) {
        if (bits.length != BYTES) {
            throw new IllegalArgumentException("a bloom has 256 bytes");
        }
        this.bits = bits.clone();
    }

    boolean mayHold(byte[] topic) {
        byte[] hash = Keccak.hash(topic);
        for (int i = 0; i < 6; i += 2) {
            int bit = ((hash[i] & 0xff) << Byte.SIZE | hash[i + 1] & 0xff) & BIT_MASK;
            if ((bits[BYTES - 1 - bit / Byte.SIZE] >> bit % Byte.SIZE & 1) == 0) {
                return false;
            }
        }
        return true;
    }
}
