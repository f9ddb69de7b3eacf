package dev.offramp.chains;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Bitcoin Cash: cashaddr with its prefix. Read without the prefix, in capitals and in Bitcoin's older form too. An
/// address marked as fit for tokens is the same script and written as the ordinary one.
///
/// Source: the CashAddr specification (version byte, 40-bit checksum) with its types for tokens.
///
/// @param prefix `bitcoincash`
record CashForm(String prefix, Base58Form older) implements AddressForm {

    static final CashForm MAIN = new CashForm("bitcoincash", Base58Form.BITCOIN);
    static final CashForm TEST = new CashForm("bchtest", Base58Form.BITCOIN_TEST);

    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final long[] GENERATOR = {0x98f2bc8e61L, 0x79b76d99e2L, 0xf33e5fb3c4L, 0xae2eabe2a8L, 0x1e4f43e470L};
    private static final Pattern ONE_CASE = Pattern.compile("[a-z0-9:]+|[A-Z0-9:]+");
    private static final int CHECKSUM_GROUPS = 8;
    private static final int LENGTH_MAX = 90;

    /// Version bytes: bits 3 to 6 are the type, bits 0 to 2 the length of the hash.
    private static final int KEY_HASH = 0;

    private static final int SCRIPT_HASH = 1 << 3;
    private static final int SCRIPT_HASH_LONG = SCRIPT_HASH | 3;
    private static final int TOKENS_TOO = 2 << 3;

    @Override
    public Optional<Address> canonical(String text) {
        return older.payee(text)
                .map(payee -> write(payee.script() ? SCRIPT_HASH : KEY_HASH, payee.hash()))
                .or(() -> cash(text));
    }

    private Optional<Address> cash(String text) {
        if (text.length() > LENGTH_MAX || !ONE_CASE.matcher(text).matches()) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String body = lower.startsWith(prefix + ":") ? lower.substring(prefix.length() + 1) : lower;
        return groups(body)
                .filter(groups -> groups.length > CHECKSUM_GROUPS && checksum(groups) == 0)
                .flatMap(groups -> FiveBits.bytes(Arrays.copyOf(groups, groups.length - CHECKSUM_GROUPS)))
                .flatMap(this::payload);
    }

    private static Optional<byte[]> groups(String body) {
        byte[] groups = new byte[body.length()];
        for (int i = 0; i < groups.length; i++) {
            int group = ALPHABET.indexOf(body.charAt(i));
            if (group < 0) {
                return Optional.empty();
            }
            groups[i] = (byte) group;
        }
        return Optional.of(groups);
    }

    private Optional<Address> payload(byte[] payload) {
        int version = payload[0] & ~TOKENS_TOO;
        byte[] hash = Arrays.copyOfRange(payload, 1, payload.length);
        int length = switch (version) {
            case KEY_HASH, SCRIPT_HASH -> 20;
            case SCRIPT_HASH_LONG -> 32;
            default -> -1;
        };
        return hash.length == length ? Optional.of(write(version, hash)) : Optional.empty();
    }

    @Override
    public Address ofPublicKey(byte[] publicKey) {
        return write(KEY_HASH, Hashes.keyHash(publicKey));
    }

    private Address write(int version, byte[] hash) {
        byte[] payload = new byte[1 + hash.length];
        payload[0] = (byte) version;
        System.arraycopy(hash, 0, payload, 1, hash.length);
        byte[] groups = FiveBits.of(payload);
        byte[] all = Arrays.copyOf(groups, groups.length + CHECKSUM_GROUPS);
        long checksum = checksum(all);
        for (int i = 0; i < CHECKSUM_GROUPS; i++) {
            all[groups.length + i] = (byte) (checksum >> 5 * (CHECKSUM_GROUPS - 1 - i) & 31);
        }
        StringBuilder text = new StringBuilder(prefix).append(':');
        for (byte group : all) {
            text.append(ALPHABET.charAt(group));
        }
        return new Address(text.toString());
    }

    /// Zero for groups that end in their checksum; the checksum itself for groups that end in zeros.
    private long checksum(byte[] groups) {
        long state = 1;
        for (int i = 0; i < prefix.length(); i++) {
            state = step(state, prefix.charAt(i) & 31);
        }
        state = step(state, 0);
        for (byte group : groups) {
            state = step(state, group);
        }
        return state ^ 1;
    }

    private static long step(long state, int group) {
        long next = (state & 0x07ffffffffL) << 5 ^ group;
        for (int i = 0; i < GENERATOR.length; i++) {
            if ((state >> 35 + i & 1) != 0) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }
}
