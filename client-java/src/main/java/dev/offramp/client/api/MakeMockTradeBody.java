// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What `makeMockTrade` takes.
 *
 * @param amountInUSD At most 8 decimals.
 * @param cryptoReceived At most 18 decimals.
 */
public record MakeMockTradeBody(
        String walletAddress,
        String asset,
        BigDecimal amountInUSD,
        BigDecimal cryptoReceived,
        String reference,
        String txHash,
        Optional<String> sourceAddress,
        Optional<Integer> confirmations) {

    /** With what must be there. */
    public static MakeMockTradeBody of(String walletAddress, String asset, BigDecimal amountInUSD, BigDecimal cryptoReceived, String reference, String txHash) {
        return new MakeMockTradeBody(walletAddress, asset, amountInUSD, cryptoReceived, reference, txHash, Optional.empty(), Optional.empty());
    }

    public MakeMockTradeBody withSourceAddress(String sourceAddress) {
        return new MakeMockTradeBody(walletAddress, asset, amountInUSD, cryptoReceived, reference, txHash, Optional.of(sourceAddress), confirmations);
    }

    public MakeMockTradeBody withConfirmations(int confirmations) {
        return new MakeMockTradeBody(walletAddress, asset, amountInUSD, cryptoReceived, reference, txHash, sourceAddress, Optional.of(confirmations));
    }
}
