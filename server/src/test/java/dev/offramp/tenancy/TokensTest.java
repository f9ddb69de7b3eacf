package dev.offramp.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokensTest {

    private final Tokens tokens = new Tokens(new Random(7));

    @Test
    void makesSecretsOfMoreThan256BitsWithPrefixAndChecksum() {
        String secret = tokens.secret();

        assertThat(secret).matches("sk_[0-9A-Za-z]{49}");
        assertThat(Math.pow(62, 43)).isGreaterThan(Math.pow(2, 256));
        assertThat(Tokens.withChecksum(secret.substring(0, secret.length() - 6)))
                .isEqualTo(secret);
    }

    @Test
    void makesAppIdsWithPrefixAndChecksum() {
        String appId = tokens.appId();

        assertThat(appId).matches("app_[0-9A-Za-z]{28}");
        assertThat(Tokens.withChecksum(appId.substring(0, appId.length() - 6))).isEqualTo(appId);
        assertThat(Tokens.looksLikeAppId(appId)).isTrue();
    }

    /// CRC-32 of "123456789" is 0xCBF43926 by its published check value, 3421780262 in decimal.
    @Test
    void writesTheChecksumAsSixBase62Digits() {
        assertThat(Tokens.withChecksum("123456789")).isEqualTo("1234567893jZRME");
    }

    @Test
    void recognisesNothingElseAsAnAppId() {
        String appId = tokens.appId();

        assertThat(Set.of(
                        "", "app_", appId + "0", appId.substring(1), appId.replace('_', '-'), "app_" + "\0".repeat(28)))
                .noneMatch(Tokens::looksLikeAppId);
    }

    @Test
    void makesReferencesThatPeopleCanReadAloud() {
        Set<String> references = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            references.add(tokens.merchantReference());
        }

        assertThat(references).hasSize(1000).allMatch(reference -> reference.matches("B-[0-9A-HJKMNP-TV-Z]{6}"));
    }
}
