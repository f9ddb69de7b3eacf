package dev.offramp.chains.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.assets.AddressFamily;
import dev.offramp.chains.Address;
import dev.offramp.chains.AddressForm;
import dev.offramp.chains.Payment;
import dev.offramp.chains.Signer;
import dev.offramp.chains.evm.Fees.Fee;
import dev.offramp.tenancy.Environment;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.bitcoinj.crypto.ECKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against transactions that others have signed with the same key.
class EvmTransactionTest {

    private static final BigInteger GWEI = BigInteger.valueOf(1_000_000_000);
    private static final Address SOMEBODY = new Address("0x3535353535353535353535353535353535353535");
    private static final Address TETHER = new Address("0xdAC17F958D2ee523a2206206994597C13D831ec7");
    private static final Signer SIGNER = new KeyOf46();

    /// The key of the example in EIP-155.
    private record KeyOf46() implements Signer {

        private static final ECKey KEY = ECKey.fromPrivate(Hex.bytes("0x" + "46".repeat(32)), false);

        @Override
        public Address address() {
            return AddressForm.of(AddressFamily.EVM, Environment.PRODUCTION).ofPublicKey(KEY.getPubKey());
        }

        @Override
        public byte[] sign(byte[] message) {
            ECKey.ECDSASignature signature = KEY.sign(Sha256Hash.wrap(message)).toCanonicalised();
            byte[] both = new byte[64];
            System.arraycopy(word(signature.r), 0, both, 0, 32);
            System.arraycopy(word(signature.s), 0, both, 32, 32);
            return both;
        }

        private static byte[] word(BigInteger number) {
            byte[] bytes = number.setBit(256).toByteArray();
            return Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length);
        }
    }

    /// The example of EIP-155 itself.
    @Test
    void signsAnOldTransactionAsTheStandardDoes() {
        EvmTransaction transaction = new EvmTransaction(
                1,
                9,
                new Fee.Legacy(GWEI.multiply(BigInteger.valueOf(20))),
                21_000,
                SOMEBODY,
                BigInteger.TEN.pow(18),
                new byte[0]);

        assertThat(Hex.text(transaction.signed(SIGNER)))
                .isEqualTo("0xf86c098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a764000080"
                        + "25a028ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276"
                        + "a067cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83");
    }

    /// Signed by the JavaScript library micro-eth-signer, version 0.20.1. Both parities of the signature occur.
    @ParameterizedTest
    @CsvSource({
        "0, b1, 80, c001a0846ccc3a38e7b3bf5d087c858d736ae370cda4066f0adf997c6827e48f71407ca0"
                + "49f6846abc359e01e0e3bd36063be7f16006fc11764c33bf0ba99544143857f1,"
                + " 0x07b4260de4db5f295dc6dfeb080bbbb5670b24f68069db7b1f88d69366cc032d",
        "9, b1, 09, c001a031ae17223136131588b7ed06fccbdee43c17619cae3ba5761807d833d1ce3c81a0"
                + "6b666dac99826b9aaa150eabf8dc54eefdbae25fa45dd662a1ddd00a9d768d0f,"
                + " 0x6d2f4d39673500b148ffa37e421c7622abfbb3ab6255750e625200cb2ce64e91",
        "300, b3, 82012c, c080a0fba7f5052d644e64a16517c5d9ba1875a63cf7e52a5c03a54a3da49745dba97ea0"
                + "793a53592a63d2df617ce1dd1747a6540b6ae2bae81fc5e7116ef665be3729c7,"
                + " 0xa7c4e0c8b3e9f54089eb461cbb93440d6a9514fdbb76cb1af0ef48a68b8fd809"
    })
    void signsAPaymentAsOthersDo(long nonce, String length, String nonceText, String signature, String hash) {
        Payment payment = new Payment(Optional.of(TETHER), SOMEBODY, BigInteger.valueOf(1_000_000));
        EvmTransaction transaction = new EvmTransaction(
                1,
                nonce,
                new Fee.Dynamic(GWEI.multiply(BigInteger.TWO), GWEI.multiply(BigInteger.valueOf(20))),
                100_000,
                TokenCall.target(payment),
                TokenCall.value(payment),
                TokenCall.data(payment));

        byte[] signed = transaction.signed(SIGNER);

        assertThat(Hex.text(signed))
                .isEqualTo("0x02f8" + length + "01" + nonceText + "84773594008504a817c800830186a094"
                        + "dac17f958d2ee523a2206206994597c13d831ec780b844a9059cbb000000000000000000000000"
                        + "3535353535353535353535353535353535353535"
                        + "00000000000000000000000000000000000000000000000000000000000f4240"
                        + signature);
        assertThat(Hex.text(Keccak.hash(signed))).isEqualTo(hash);
        assertThat(transaction.signed(SIGNER)).isEqualTo(signed);
    }

    @Test
    void isDifferentForAnotherChain() {
        Fee fee = new Fee.Dynamic(BigInteger.ONE, BigInteger.TEN);
        EvmTransaction here = new EvmTransaction(1, 0, fee, 21_000, SOMEBODY, BigInteger.ZERO, new byte[0]);
        EvmTransaction there = new EvmTransaction(56, 0, fee, 21_000, SOMEBODY, BigInteger.ZERO, new byte[0]);

        assertThat(here.signed(SIGNER)).isNotEqualTo(there.signed(SIGNER));
    }

    @Test
    void refusesASignatureOfAnotherKey() {
        Signer liar = new Signer() {
            @Override
            public Address address() {
                return SOMEBODY;
            }

            @Override
            public byte[] sign(byte[] message) {
                return SIGNER.sign(message);
            }
        };
        EvmTransaction transaction = new EvmTransaction(
                1, 0, new Fee.Legacy(BigInteger.TEN), 21_000, SOMEBODY, BigInteger.ZERO, new byte[0]);

        assertThatThrownBy(() -> transaction.signed(liar)).isInstanceOf(IllegalStateException.class);
    }

    /// Examples of the Ethereum wiki, and a string just too long for its short form.
    @Test
    void writesListsAndStringsWithTheirLengths() {
        assertThat(Hex.text(Rlp.string("dog".getBytes()))).isEqualTo("0x83646f67");
        assertThat(Hex.text(Rlp.list(List.of(Rlp.string("cat".getBytes()), Rlp.string("dog".getBytes())))))
                .isEqualTo("0xc88363617483646f67");
        assertThat(Hex.text(Rlp.string(new byte[0]))).isEqualTo("0x80");
        assertThat(Hex.text(Rlp.list(List.of()))).isEqualTo("0xc0");
        assertThat(Hex.text(Rlp.number(0))).isEqualTo("0x80");
        assertThat(Hex.text(Rlp.string(new byte[] {0}))).isEqualTo("0x00");
        assertThat(Hex.text(Rlp.number(15))).isEqualTo("0x0f");
        assertThat(Hex.text(Rlp.number(128))).isEqualTo("0x8180");
        assertThat(Hex.text(Rlp.number(1024))).isEqualTo("0x820400");
        assertThat(Hex.text(Rlp.string(new byte[55]))).startsWith("0xb700");
        assertThat(Hex.text(Rlp.string(new byte[56]))).startsWith("0xb83800");
        assertThat(Hex.text(Rlp.string(new byte[1024]))).startsWith("0xb9040000");
    }
}
