package dev.offramp.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeGeneratorTest {

    /// The table of RFC 6238, appendix B, for SHA-1, of which an app shows the last six digits.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void showsTheCodesOfTheStandard(long second, String code) {
        CodeGenerator generator = new CodeGenerator("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");

        assertThat(generator.at(second / 30)).isEqualTo(code);
    }
}
