package dev.offramp.chains.simulated;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.Payment;
import dev.offramp.chains.Signer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// An outgoing transaction of the sandbox, which is a line of text with its signature at the end.
///
/// @param payment empty for one that only uses its nonce up
record OutgoingText(Network network, Address wallet, long nonce, BigInteger price, Optional<Payment> payment) {

    private static final String BETWEEN = "|";
    private static final int CELLS = 8;

    byte[] signed(Signer signer) {
        String text = text();
        String signature = HexFormat.of().formatHex(signer.sign(sha256(text)));
        return (text + BETWEEN + signature).getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
        return String.join(
                BETWEEN,
                network.code(),
                wallet.value(),
                Long.toString(nonce),
                price.toString(),
                payment.map(paid -> paid.recipient().value()).orElse(""),
                payment.flatMap(Payment::contract).map(Address::value).orElse(""),
                payment.map(paid -> paid.units().toString()).orElse(""));
    }

    /// Reads what [#signed] made; anything else is a bug of whoever stored it.
    static OutgoingText parse(byte[] bytes) {
        String[] cells = new String(bytes, StandardCharsets.UTF_8).split("\\" + BETWEEN, -1);
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("no transaction of the sandbox: " + cells.length + " cells");
        }
        return new OutgoingText(
                Network.parse(cells[0]).orElseThrow(),
                new Address(cells[1]),
                Long.parseLong(cells[2]),
                new BigInteger(cells[3]),
                payment(cells[4], cells[5], cells[6]));
    }

    private static Optional<Payment> payment(String recipient, String contract, String units) {
        return recipient.isEmpty()
                ? Optional.empty()
                : Optional.of(new Payment(
                        Optional.of(contract).filter(text -> !text.isEmpty()).map(Address::new),
                        new Address(recipient),
                        new BigInteger(units)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
