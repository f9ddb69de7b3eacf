package dev.offramp.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.offramp.assets.AddressFamily;
import dev.offramp.tenancy.Environment;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Texts from BIP-173, BIP-350, EIP-55, TEP-2 and the CashAddr specification, and others made by the libraries of
/// `acceptance/npm-vectors`.
class AddressFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # family     | environment | text                                                             | canonical
            BITCOIN      | PRODUCTION  | BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4                       | bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4
            BITCOIN      | PRODUCTION  | bc1qqurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qurs6mww0q   | bc1qqurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qurs6mww0q
            BITCOIN      | PRODUCTION  | bc1pqurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qurssvw8hu   | bc1pqurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qurssvw8hu
            BITCOIN      | PRODUCTION  | 1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu                               | 1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu
            BITCOIN      | PRODUCTION  | 3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC                               | 3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC
            BITCOIN      | DEVELOPMENT | mrLC19Je2BuWQDkWSTriGYPyQJXKkkBmCx                               | mrLC19Je2BuWQDkWSTriGYPyQJXKkkBmCx
            BITCOIN      | DEVELOPMENT | tb1qqurswpc8qurswpc8qurswpc8qurswpc800zzll                       | tb1qqurswpc8qurswpc8qurswpc8qurswpc800zzll
            LITECOIN     | PRODUCTION  | 3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC                               | MJiPwX84iBe4WnFDwsYGgtnz1XonPhUqhf
            LITECOIN     | PRODUCTION  | LW3ByJXVHpiJsuy3u2sdieFQkXHtuk93Yi                               | LW3ByJXVHpiJsuy3u2sdieFQkXHtuk93Yi
            LITECOIN     | PRODUCTION  | ltc1pqurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qursngqhde  | ltc1pqurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qursngqhde
            LITECOIN     | DEVELOPMENT | 2N44ThNe8NXHyv4bsX8AoVCXquBRW94Ls7W                              | QXRDpPWNPdM54FMv9ECpZtyH3ZsL5zGe29
            DOGECOIN     | PRODUCTION  | DFxLFMAJWaNYA7TVTUstzPMFRSevAwTSLq                               | DFxLFMAJWaNYA7TVTUstzPMFRSevAwTSLq
            DOGECOIN     | PRODUCTION  | A3FWNUmzq8fXceLoG8DM7PAxPQbNUjae2B                               | A3FWNUmzq8fXceLoG8DM7PAxPQbNUjae2B
            DOGECOIN     | DEVELOPMENT | nf1PyMuDSYqG362gVJXMEnwYfK3DByPa6E                               | nf1PyMuDSYqG362gVJXMEnwYfK3DByPa6E
            BITCOIN_CASH | PRODUCTION  | qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a                       | bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a
            BITCOIN_CASH | PRODUCTION  | BITCOINCASH:QPM2QSZNHKS23Z7629MMS6S4CWEF74VCWVY22GDX6A           | bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a
            BITCOIN_CASH | PRODUCTION  | 1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu                               | bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a
            BITCOIN_CASH | PRODUCTION  | 3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC                               | bitcoincash:ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq
            BITCOIN_CASH | DEVELOPMENT | bchtest:qpm2qsznhks23z7629mms6s4cwef74vcwvqcw003ap               | bchtest:qpm2qsznhks23z7629mms6s4cwef74vcwvqcw003ap
            EVM          | PRODUCTION  | 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed                       | 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed
            EVM          | PRODUCTION  | 0xFB6916095CA1DF60BB79CE92CE3EA74C37C5D359                       | 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359
            EVM          | DEVELOPMENT | 0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb                       | 0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb
            TRON         | PRODUCTION  | TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t                               | TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t
            SOLANA       | DEVELOPMENT | EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v                     | EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v
            SOLANA       | PRODUCTION  | 11111111111111111111111111111111                                 | 11111111111111111111111111111111
            TON          | PRODUCTION  | EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs                 | UQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_p0p
            TON          | PRODUCTION  | EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id/sDs                 | UQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_p0p
            TON          | PRODUCTION  | 0:b113a994b5024a16719f69139328eb759596c38a25f59028b146fecdc3621dfe | UQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_p0p
            TON          | PRODUCTION  | -1:0303030303030303030303030303030303030303030303030303030303030303 | Uf8DAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA2oQ
            TON          | DEVELOPMENT | kQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_ntm                 | 0QCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_iaj
            TON          | DEVELOPMENT | EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs                 | 0QCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_iaj
            """)
    void readsEachSpellingAsOne(AddressFamily family, Environment environment, String text, String canonical) {
        Address address = AddressForm.canonical(family, environment, text).orElseThrow();

        assertThat(address.value()).isEqualTo(canonical);
        assertThat(AddressForm.canonical(family, environment, canonical)).contains(address);
    }

    @ParameterizedTest(name = "{0} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # family     | environment | text                                                             | why
            BITCOIN      | PRODUCTION  | bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5                       | checksum
            BITCOIN      | PRODUCTION  | bc1qw508d6qejxtdg4y5r3zarvary0c5xw7Kv8f3t4                       | both cases
            BITCOIN      | PRODUCTION  | tb1qqurswpc8qurswpc8qurswpc8qurswpc800zzll                       | test network
            BITCOIN      | DEVELOPMENT | bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4                       | real network
            BITCOIN      | DEVELOPMENT | 1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu                               | real network, older form
            BITCOIN      | PRODUCTION  | bc1qqurswpc8qurswpc8qurswpc8qurswpc8s4fapw                       | version 0 as bech32m
            BITCOIN      | PRODUCTION  | bc1pqurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qurs9s7tj7   | version 1 as bech32
            BITCOIN      | PRODUCTION  | bc1zqurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qurswpc8qursc3hgeh   | version 2
            BITCOIN      | PRODUCTION  | bc1pqurs4xqw86                                                   | anyone can spend
            BITCOIN      | PRODUCTION  | bc1qqurswpc8qurswpc8qurswpc8qurswpc8quy7q0fy                     | length
            BITCOIN      | PRODUCTION  | bc1                                                              | nothing in it
            BITCOIN      | PRODUCTION  | ltc1qjmxnz78nmc8nq77wuxh25n2es7rzm5c2rkk4wh                      | Litecoin
            BITCOIN      | PRODUCTION  | 1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggv                               | checksum, older form
            LITECOIN     | PRODUCTION  | 1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu                               | Bitcoin key hash
            DOGECOIN     | PRODUCTION  | nf1PyMuDSYqG362gVJXMEnwYfK3DByPa6E                               | test network
            BITCOIN_CASH | PRODUCTION  | bchtest:qpm2qsznhks23z7629mms6s4cwef74vcwvqcw003ap               | test network
            BITCOIN_CASH | PRODUCTION  | bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6b           | outside the alphabet
            BITCOIN_CASH | PRODUCTION  | bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx67           | checksum
            BITCOIN_CASH | PRODUCTION  | bitcoincash:QPM2QSZNHKS23Z7629MMS6S4CWEF74VCWVY22GDX6A           | both cases
            BITCOIN_CASH | PRODUCTION  | bitcoincash:                                                     | nothing in it
            EVM          | PRODUCTION  | 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD                       | checksum
            EVM          | PRODUCTION  | 5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed                         | no prefix
            EVM          | PRODUCTION  | 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeA                         | length
            TRON         | PRODUCTION  | TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u                               | checksum
            TRON         | PRODUCTION  | 1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu                               | Bitcoin
            SOLANA       | PRODUCTION  | EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt                       | 31 bytes
            SOLANA       | PRODUCTION  | 0PjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v                     | alphabet
            TON          | PRODUCTION  | EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDt                 | checksum
            TON          | PRODUCTION  | kQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_ntm                 | test network
            TON          | PRODUCTION  | 0:b113a994b5024a16719f69139328eb759596c38a25f59028b146fecdc3621d | length
            TON          | PRODUCTION  | 1:b113a994b5024a16719f69139328eb759596c38a25f59028b146fecdc3621dfe | workchain
            """)
    void refusesWhatIsNoAddressHere(AddressFamily family, Environment environment, String text, String why) {
        assertThat(AddressForm.canonical(family, environment, text)).as(why).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesTextOfNoForm(AddressFamily family) {
        for (String text : new String[] {"", " ", "0x", "l", "1".repeat(100_000), "\u212a".repeat(42), "😀", "a\0b"}) {
            for (Environment environment : Environment.values()) {
                assertThat(AddressForm.canonical(family, environment, text)).isEmpty();
            }
        }
    }

    @Test
    void writesAnAddressForTokensAsTheOrdinaryOne() {
        CashForm form = CashForm.MAIN;
        Optional<Address> ordinary = form.canonical("bitcoincash:qr6m7j9njldwwzlg9v7v53unlr4jkmx6eylep8ekg2");

        assertThat(form.canonical("bitcoincash:zr6m7j9njldwwzlg9v7v53unlr4jkmx6eycnjehshe"))
                .isPresent()
                .isEqualTo(ordinary);
    }

    @ParameterizedTest
    @EnumSource
    void takesOnlyAWholePublicKey(AddressFamily family) {
        AddressForm form = AddressForm.of(family, Environment.PRODUCTION);

        assertThatIllegalArgumentException().isThrownBy(() -> form.ofPublicKey(new byte[33]));
        assertThatIllegalArgumentException().isThrownBy(() -> form.ofPublicKey(new byte[65]));
    }
}
