package dev.offramp.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "88", "2147483647"})
    void readsDecimals(String text) {
        assertThat(VaultId.parse(text).orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "-1", "+1", "1.0", "2147483648", "9999999999", "99999999999999999999", "١"})
    void refusesAnythingElse(String text) {
        assertThat(VaultId.parse(text)).isEmpty();
    }
}
