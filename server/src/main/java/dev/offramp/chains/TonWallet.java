package dev.offramp.chains;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// Where a TON wallet contract of version 4, revision 2, lives: the hash of its initial state, which holds the code
/// and, as data, the owner's key. Contract addresses differ by version and wallet id, so both are fixed for good.
///
/// A cell's hash is SHA-256 over two descriptor bytes, the bits filled up with a one and zeros, the depths and the
/// hashes of the cells it refers to (TVM specification, 3.1).
final class TonWallet {

    /// Of the published code cell; the contract is never built here.
    private static final byte[] CODE_HASH =
            HexFormat.of().parseHex("feb5ff6820e2ff0d9483e7e0d62c817d846789fb4ae580c878866d959dabd5c0");

    private static final int CODE_DEPTH = 7;

    /// The id of the first wallet of a key in the basic workchain.
    private static final int WALLET_ID = 698983191;

    private static final int KEY_BYTES = 32;

    private TonWallet() {}

    /// The account part of the address, 32 bytes.
    static byte[] account(byte[] publicKey) {
        byte[] data = Hashes.sha256(dataCell(publicKey));
        // Two references; 5 bits 00110: no split depth, not special, code, data, no library.
        byte[] state = ByteBuffer.allocate(7 + CODE_HASH.length + data.length)
                .put((byte) 2)
                .put((byte) 1)
                .put((byte) 0b00110_100)
                .putShort((short) CODE_DEPTH)
                .putShort((short) 0)
                .put(CODE_HASH)
                .put(data)
                .array();
        return Hashes.sha256(state);
    }

    /// 321 bits: sequence number 0, wallet id, key, no plugins.
    private static byte[] dataCell(byte[] publicKey) {
        if (publicKey.length != KEY_BYTES) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        return ByteBuffer.allocate(2 + 4 + 4 + KEY_BYTES + 1)
                .put((byte) 0)
                .put((byte) (40 + 41))
                .putInt(0)
                .putInt(WALLET_ID)
                .put(publicKey)
                .put((byte) 0b0_1000000)
                .array();
    }
}
