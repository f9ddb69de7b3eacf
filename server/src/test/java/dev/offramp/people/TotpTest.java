package dev.offramp.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /// RFC 6238, appendix B, where the codes have eight digits.
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource(textBlock = """
            59          , 287082
            1111111109  , 081804
            1111111111  , 050471
            1234567890  , 005924
            2000000000  , 279037
            20000000000 , 353130
            """)
    void givesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, second / 30)).isEqualTo(code);
    }

    @Test
    void takesTheStepBeforeAndTheStepAfter() {
        Instant now = Instant.ofEpochSecond(1111111111);
        long current = 1111111111 / 30;

        for (long step = current - 3; step <= current + 3; step++) {
            boolean counts = Math.abs(step - current) <= 1;
            assertThat(Totp.step(SECRET, Totp.code(SECRET, step), now))
                    .isEqualTo(counts ? OptionalLong.of(step) : OptionalLong.empty());
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ''       , ''
            f        , MY
            fo       , MZXQ
            foo      , MZXW6
            foob     , MZXW6YQ
            fooba    , MZXW6YTB
            foobar   , MZXW6YTBOI
            """)
    void writesBase32AsTheStandardDoes(String text, String base32) {
        assertThat(Base32.of(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }
}
