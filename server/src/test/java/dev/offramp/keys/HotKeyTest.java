package dev.offramp.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.AddressFamily;
import dev.offramp.chains.AddressForm;
import dev.offramp.chains.Signer;
import dev.offramp.tenancy.Environment;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.bitcoinj.crypto.ECKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HotKeyTest {

    private static final List<String> ABANDON = List.of(("abandon ".repeat(11) + "about").split(" "));
    private static final byte[] MESSAGE = Sha256Hash.hash(new byte[] {1, 2, 3});

    private static Signer signer(AddressFamily family, Environment environment) {
        return HotKey.of(Seed.ofWords(ABANDON).orElseThrow(), family, environment)
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"EVM", "TRON", "SOLANA", "TON"})
    void hasAnAddressThatNoDepositHas(AddressFamily family) {
        Keys keys = TestKeys.create();
        for (Environment environment : Environment.values()) {
            String hot =
                    keys.hotWallet(environment, family).orElseThrow().address().value();

            assertThat(AddressForm.canonical(family, environment, hot)).isPresent();
            for (long vaultId = 1; vaultId <= 50; vaultId++) {
                assertThat(keys.address(environment, family, vaultId).value()).isNotEqualTo(hot);
            }
        }
    }

    /// Index 0 of the deposits' own branch, on curves where every step is hardened.
    @Test
    void isTheFirstAccountOfSolanaAndTon() {
        assertThat(signer(AddressFamily.SOLANA, Environment.PRODUCTION)
                        .address()
                        .value())
                .isEqualTo("HAgk14JpMQLgt6rVgv7cBQFJWFto5Dqxi472uT3DKpqk");
        assertThat(signer(AddressFamily.TON, Environment.PRODUCTION).address().value())
                .isEqualTo("UQAzWZa6nM5mJev91wGc7VCSfBoIsYRqKJpV78N8Add9-RKY");
    }

    @Test
    void signsSoThatTheSignerCanBeFoundAgain() {
        Signer signer = signer(AddressFamily.EVM, Environment.PRODUCTION);
        byte[] both = signer.sign(MESSAGE);
        ECKey.ECDSASignature signature = new ECKey.ECDSASignature(
                new BigInteger(1, Arrays.copyOf(both, 32)), new BigInteger(1, Arrays.copyOfRange(both, 32, 64)));

        AddressForm form = AddressForm.of(AddressFamily.EVM, Environment.PRODUCTION);
        assertThat(signature.isCanonical()).isTrue();
        assertThat(List.of(0, 1))
                .anySatisfy(parity -> assertThat(form.ofPublicKey(
                                ECKey.recoverFromSignature(parity, signature, Sha256Hash.wrap(MESSAGE), false)
                                        .getPubKeyPoint()
                                        .getEncoded(false)))
                        .isEqualTo(signer.address()));
    }

    @ParameterizedTest
    @EnumSource(names = {"EVM", "TRON", "SOLANA", "TON"})
    void signsTheSameTheSameWay(AddressFamily family) {
        assertThat(signer(family, Environment.DEVELOPMENT).sign(MESSAGE))
                .hasSize(64)
                .isEqualTo(signer(family, Environment.DEVELOPMENT).sign(MESSAGE));
    }

    @ParameterizedTest
    @EnumSource(names = {"BITCOIN", "LITECOIN", "DOGECOIN", "BITCOIN_CASH"})
    void isThereForNoFamilyThatNothingIsSentIn(AddressFamily family) {
        assertThat(TestKeys.create().hotWallet(Environment.DEVELOPMENT, family)).isEmpty();
    }

    @Test
    void showsNoKey() {
        assertThat(signer(AddressFamily.TRON, Environment.PRODUCTION).toString())
                .startsWith("Signer of T");
    }
}
