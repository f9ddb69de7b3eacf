package dev.offramp.chains.evm;

import dev.offramp.assets.AddressFamily;
import dev.offramp.chains.Address;
import dev.offramp.chains.AddressForm;
import dev.offramp.chains.Signer;
import dev.offramp.chains.evm.Fees.Fee;
import dev.offramp.tenancy.Environment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.bitcoinj.crypto.ECKey;

/// A transaction as it is signed: of type 2 (EIP-1559) where blocks have a base fee, else of the first kind with the
/// chain's id in its signature (EIP-155). Either is good for one chain alone.
///
/// @param value coins sent along
record EvmTransaction(long chainId, long nonce, Fee fee, long gasLimit, Address to, BigInteger value, byte[] data) {

    private static final byte TYPE_2 = 2;
    private static final int COORDINATE_BYTES = 32;

    /// What EIP-155 adds to the parity.
    private static final long PARITY_FROM = 35;

    /// The bytes that nodes take. The same transaction and key have the same bytes every time.
    byte[] signed(Signer signer) {
        byte[] hash = Keccak.hash(unsigned());
        byte[] signature = signer.sign(hash);
        BigInteger r = new BigInteger(1, Arrays.copyOfRange(signature, 0, COORDINATE_BYTES));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, COORDINATE_BYTES, signature.length));
        int parity = parity(hash, r, s, signer.address());
        List<byte[]> fields = fields();
        return switch (fee) {
            case Fee.Dynamic _ -> {
                fields.addAll(List.of(Rlp.number(parity), Rlp.number(r), Rlp.number(s)));
                yield typed(Rlp.list(fields));
            }
            case Fee.Legacy _ -> {
                long v = Math.addExact(Math.multiplyExact(chainId, 2L), PARITY_FROM + parity);
                fields.addAll(List.of(Rlp.number(v), Rlp.number(r), Rlp.number(s)));
                yield Rlp.list(fields);
            }
        };
    }

    private byte[] unsigned() {
        List<byte[]> fields = fields();
        return switch (fee) {
            case Fee.Dynamic _ -> typed(Rlp.list(fields));
            case Fee.Legacy _ -> {
                fields.addAll(List.of(Rlp.number(chainId), Rlp.number(0), Rlp.number(0)));
                yield Rlp.list(fields);
            }
        };
    }

    private List<byte[]> fields() {
        List<byte[]> fields = new ArrayList<>();
        switch (fee) {
            case Fee.Dynamic(BigInteger tip, BigInteger max) -> {
                fields.addAll(List.of(Rlp.number(chainId), Rlp.number(nonce), Rlp.number(tip), Rlp.number(max)));
                addCall(fields);
                // No storage is named beforehand.
                fields.add(Rlp.list(List.of()));
            }
            case Fee.Legacy(BigInteger price) -> {
                fields.addAll(List.of(Rlp.number(nonce), Rlp.number(price)));
                addCall(fields);
            }
        }
        return fields;
    }

    private void addCall(List<byte[]> fields) {
        fields.addAll(
                List.of(Rlp.number(gasLimit), Rlp.string(Hex.bytes(to.value())), Rlp.number(value), Rlp.string(data)));
    }

    private static byte[] typed(byte[] list) {
        byte[] bytes = new byte[1 + list.length];
        bytes[0] = TYPE_2;
        System.arraycopy(list, 0, bytes, 1, list.length);
        return bytes;
    }

    /// Which of the two keys that may have made a signature is the wallet's. Of the four cases of the curve two are
    /// those of an r above its order, which no signature ever has.
    private static int parity(byte[] hash, BigInteger r, BigInteger s, Address wallet) {
        ECKey.ECDSASignature signature = new ECKey.ECDSASignature(r, s);
        AddressForm form = AddressForm.of(AddressFamily.EVM, Environment.PRODUCTION);
        for (int parity = 0; parity <= 1; parity++) {
            Optional<Address> signedBy = Optional.ofNullable(
                            ECKey.recoverFromSignature(parity, signature, Sha256Hash.wrap(hash), false))
                    .map(key -> form.ofPublicKey(key.getPubKeyPoint().getEncoded(false)));
            if (signedBy.filter(wallet::equals).isPresent()) {
                return parity;
            }
        }
        throw new IllegalStateException("a signature that is not of " + wallet);
    }
}
