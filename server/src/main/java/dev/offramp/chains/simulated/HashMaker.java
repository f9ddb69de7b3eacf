package dev.offramp.chains.simulated;

import dev.offramp.assets.AddressFamily;
import dev.offramp.assets.Network;
import dev.offramp.chains.BlockHash;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.TxHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bitcoinj.base.Base58;

/// Hashes that follow from the seed, each in the look of its network.
///
/// @param seed kept with the chains, so that every process computes the same
record HashMaker(long seed) {

    BlockRef block(Network network, long height, long branch) {
        return new BlockRef(height, blockHash(network, height, branch));
    }

    /// The first block, at height 0, has a parent's hash too, that of no block.
    BlockHash blockHash(Network network, long height, long branch) {
        return new BlockHash(text(network.family(), digest("SHA-256", network, "block " + branch + " " + height)));
    }

    /// @param number of the hash, counted over all networks
    TxHash tx(Network network, long number) {
        // A Solana transaction is named by its signature, which is twice as long as a hash.
        String algorithm = network.family() == AddressFamily.SOLANA ? "SHA-512" : "SHA-256";
        return new TxHash(text(network.family(), digest(algorithm, network, "tx " + number)));
    }

    /// Of a transaction that was signed: follows from its bytes.
    TxHash outgoing(Network network, byte[] bytes) {
        String algorithm = network.family() == AddressFamily.SOLANA ? "SHA-512" : "SHA-256";
        return new TxHash(
                text(network.family(), digest(algorithm, network, HexFormat.of().formatHex(bytes))));
    }

    private byte[] digest(String algorithm, Network network, String what) {
        String input = seed + " " + network.code() + " " + what;
        try {
            return MessageDigest.getInstance(algorithm).digest(input.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static String text(AddressFamily family, byte[] hash) {
        String hex = HexFormat.of().formatHex(hash);
        return switch (family) {
            case EVM -> "0x" + hex;
            case SOLANA -> Base58.encode(hash);
            case BITCOIN, LITECOIN, DOGECOIN, BITCOIN_CASH, TRON, TON -> hex;
        };
    }
}
