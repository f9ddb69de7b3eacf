package dev.offramp.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What errors mean, found by what people paste.
class ErrorGuideTest {

    private final ErrorGuide errors = TestLibrary.DOCS.library().errors();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            insufficient balance                                                      | insufficient balance
            Error: Invalid PIN                                                        | invalid pin
            {"success":false,"message":"invalid pin","errors":[]}                     | invalid pin
            amount must be between 5 and 20000                                        | amount must be between %s and %s
            ada for USDC already exists in your wallets                               | %s for %s already exists in your wallets
            Sorry, requested URL GET /v1/x not found!                                 | Sorry, requested URL %s %s not found!
            """)
    void findsTheErrorThatATextTellsOf(String said, String message) {
        assertThat(errors.explain(said).orElseThrow().message()).isEqualTo(message);
    }

    @Test
    void explainsNothingThatIsNoError() {
        assertThat(errors.explain("")).isEmpty();
        assertThat(errors.explain("everything is fine")).isEmpty();
        assertThat(errors.explain("\\E.*\\Q(((")).isEmpty();
    }

    @Test
    void hasAllOfAStatus() {
        assertThat(errors.ofStatus(415)).hasSize(2);
        assertThat(errors.ofStatus(999)).isEmpty();
    }
}
