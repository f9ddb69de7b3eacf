package dev.offramp.chains;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// TON: flags, workchain, 32 bytes of account and a checksum in base64 (TEP-2), or the raw form `0:` with hexadecimal
/// digits, as nodes answer it. Written in the non-bounceable form, because a deposit to a wallet that is not deployed
/// yet must not bounce.
///
/// @param test written with the test flag; an address that carries it is refused on the real network, while one
///     without it is good on both
record TonForm(boolean test) implements AddressForm {

    private static final Pattern RAW = Pattern.compile("(0|-1):([0-9a-fA-F]{64})");
    private static final Pattern FRIENDLY = Pattern.compile("[A-Za-z0-9+/_-]{48}");
    private static final int BOUNCEABLE = 0x11;
    private static final int NON_BOUNCEABLE = 0x51;
    private static final int TEST_FLAG = 0x80;
    private static final int CHECKED_BYTES = 34;
    private static final int ACCOUNT_BYTES = 32;
    private static final int CRC_POLYNOMIAL = 0x1021;

    @Override
    public Optional<Address> canonical(String text) {
        Matcher raw = RAW.matcher(text);
        if (raw.matches()) {
            return Optional.of(
                    write(Byte.parseByte(raw.group(1)), HexFormat.of().parseHex(raw.group(2))));
        }
        return FRIENDLY.matcher(text).matches() ? friendly(text) : Optional.empty();
    }

    private Optional<Address> friendly(String text) {
        String urlSafe = text.replace('+', '-').replace('/', '_');
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(urlSafe));
        int flags = bytes.get() & 0xff;
        byte workchain = bytes.get();
        byte[] account = new byte[ACCOUNT_BYTES];
        bytes.get(account);
        boolean intact = bytes.getShort() == crc(bytes.array());
        return intact && isKnown(flags) && (workchain == 0 || workchain == -1)
                ? Optional.of(write(workchain, account))
                : Optional.empty();
    }

    private boolean isKnown(int flags) {
        int kind = flags & ~TEST_FLAG;
        return (kind == BOUNCEABLE || kind == NON_BOUNCEABLE) && (test || kind == flags);
    }

    @Override
    public Address ofPublicKey(byte[] publicKey) {
        return write((byte) 0, TonWallet.account(publicKey));
    }

    private Address write(byte workchain, byte[] account) {
        ByteBuffer bytes = ByteBuffer.allocate(CHECKED_BYTES + Short.BYTES)
                .put((byte) (test ? NON_BOUNCEABLE | TEST_FLAG : NON_BOUNCEABLE))
                .put(workchain)
                .put(account);
        bytes.putShort(crc(bytes.array()));
        return new Address(Base64.getUrlEncoder().encodeToString(bytes.array()));
    }

    /// CRC-16/XMODEM of the first 34 bytes.
    private static short crc(byte[] bytes) {
        int crc = 0;
        for (int i = 0; i < CHECKED_BYTES; i++) {
            crc ^= (bytes[i] & 0xff) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ CRC_POLYNOMIAL;
            }
        }
        return (short) crc;
    }
}
