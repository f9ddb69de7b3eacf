// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What `withdrawToAddress` takes.
 *
 * @param amount At most 2 decimals.
 * @param cryptoAmount At most 8 decimals.
 * @param token In any case.
 * @param network In any case.
 * @param feeLevel In any case.
 * @param pin The transaction PIN.
 */
public record WithdrawToAddressBody(
        Optional<BigDecimal> amount,
        Optional<BigDecimal> cryptoAmount,
        String token,
        Optional<String> network,
        String walletAddress,
        Optional<String> feeLevel,
        String pin,
        Optional<String> externalId) {

    /** With what must be there. */
    public static WithdrawToAddressBody of(String token, String walletAddress, String pin) {
        return new WithdrawToAddressBody(Optional.empty(), Optional.empty(), token, Optional.empty(), walletAddress, Optional.empty(), pin, Optional.empty());
    }

    public WithdrawToAddressBody withAmount(BigDecimal amount) {
        return new WithdrawToAddressBody(Optional.of(amount), cryptoAmount, token, network, walletAddress, feeLevel, pin, externalId);
    }

    public WithdrawToAddressBody withCryptoAmount(BigDecimal cryptoAmount) {
        return new WithdrawToAddressBody(amount, Optional.of(cryptoAmount), token, network, walletAddress, feeLevel, pin, externalId);
    }

    public WithdrawToAddressBody withNetwork(String network) {
        return new WithdrawToAddressBody(amount, cryptoAmount, token, Optional.of(network), walletAddress, feeLevel, pin, externalId);
    }

    public WithdrawToAddressBody withFeeLevel(String feeLevel) {
        return new WithdrawToAddressBody(amount, cryptoAmount, token, network, walletAddress, Optional.of(feeLevel), pin, externalId);
    }

    public WithdrawToAddressBody withExternalId(String externalId) {
        return new WithdrawToAddressBody(amount, cryptoAmount, token, network, walletAddress, feeLevel, pin, Optional.of(externalId));
    }

    /** Without the PIN. */
    @Override
    public String toString() {
        return "WithdrawToAddressBody";
    }
}
