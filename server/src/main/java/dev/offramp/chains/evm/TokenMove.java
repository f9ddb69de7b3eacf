package dev.offramp.chains.evm;

import dev.offramp.chains.Address;
import dev.offramp.chains.Position;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// A token transfer out of a receipt.
///
/// @param ordinal of its log among all logs of the transaction
record TokenMove(int ordinal, Address contract, Address from, Address to, BigInteger units) {

    /// Keccak-256 of `Transfer(address,address,uint256)`.
    static final String TOPIC = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    private static final int TOPICS = 3;
    private static final int WORD_DIGITS = 64;
    private static final int WORD_TEXT = 2 + WORD_DIGITS;
    private static final String ADDRESS_PADDING = "0x" + "0".repeat(24);

    /// Reads a log. Empty for what moves no tokens: other events, NFTs (whose fourth topic is the token's number),
    /// data or topics of another form than ERC-20's, an amount of zero, a transfer to its own sender.
    static Optional<TokenMove> of(int ordinal, String contract, List<String> topics, String data) {
        boolean isWellFormed = topics.size() == TOPICS
                && topics.getFirst().equalsIgnoreCase(TOPIC)
                && data.length() == WORD_TEXT
                && holdsAddress(topics.get(1))
                && holdsAddress(topics.get(2));
        if (!isWellFormed || topics.get(1).equalsIgnoreCase(topics.get(2))) {
            return Optional.empty();
        }
        BigInteger units = new BigInteger(1, Hex.bytes(data));
        return units.signum() == 0
                ? Optional.empty()
                : Optional.of(new TokenMove(
                        ordinal, Checksum.canonical(contract), address(topics.get(1)), address(topics.get(2)), units));
    }

    private static boolean holdsAddress(String topic) {
        return topic.length() == WORD_TEXT && topic.startsWith(ADDRESS_PADDING);
    }

    private static Address address(String topic) {
        return Checksum.canonical("0x" + topic.substring(ADDRESS_PADDING.length()));
    }

    Transfer transfer(TxHash tx) {
        return new Transfer(
                tx, new Position("log:" + ordinal), ordinal, Optional.of(contract), Optional.of(from), to, units);
    }
}
