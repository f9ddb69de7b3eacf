package dev.offramp.chains.evm;

import dev.offramp.chains.Address;
import dev.offramp.chains.Payment;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;

/// How payments are put to the chain: as a call of the token's `transfer`, or as plain coins.
final class TokenCall {

    /// `transfer(address,uint256)`
    private static final byte[] TRANSFER = Hex.bytes("0xa9059cbb");

    /// `balanceOf(address)`
    private static final byte[] BALANCE_OF = Hex.bytes("0x70a08231");

    private static final int WORD = 32;

    private TokenCall() {}

    /// Who is called: the token, or the recipient of coins.
    static Address target(Payment payment) {
        return payment.contract().orElse(payment.recipient());
    }

    static BigInteger value(Payment payment) {
        return payment.contract().isPresent() ? BigInteger.ZERO : payment.units();
    }

    static byte[] data(Payment payment) {
        return payment.contract().isPresent()
                ? joined(TRANSFER, word(new BigInteger(1, bytes(payment.recipient()))), word(payment.units()))
                : new byte[0];
    }

    /// The same as parameters of `eth_call`.
    static Map<String, Object> request(Address from, Payment payment) {
        return Map.of(
                "from",
                from.value(),
                "to",
                target(payment).value(),
                "value",
                "0x" + value(payment).toString(16),
                "data",
                Hex.text(data(payment)));
    }

    static Map<String, Object> balanceRequest(Address token, Address owner) {
        byte[] data = joined(BALANCE_OF, word(new BigInteger(1, bytes(owner))));
        return Map.of("to", token.value(), "data", Hex.text(data));
    }

    /// Tether returns nothing where the standard says `true`.
    static boolean isRefusal(byte[] returned) {
        return returned.length > 0 && new BigInteger(1, returned).signum() == 0;
    }

    private static byte[] bytes(Address address) {
        return Hex.bytes(address.value());
    }

    private static byte[] word(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] word = new byte[WORD];
        int length = Math.min(bytes.length, WORD);
        if (number.bitLength() > WORD * Byte.SIZE) {
            throw new IllegalArgumentException("too large an amount: " + number);
        }
        System.arraycopy(bytes, bytes.length - length, word, WORD - length, length);
        return word;
    }

    private static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
