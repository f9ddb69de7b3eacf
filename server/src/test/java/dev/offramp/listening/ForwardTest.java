package dev.offramp.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ManualClock;
import dev.offramp.webhooks.WebhookSecret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardTest {

    private static final WebhookSecret SECRET = new WebhookSecret("whsec_" + "A".repeat(32));

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000/hooks, true",
        "https://a.example.test, true",
        "localhost:3000, false",
        "ftp://localhost/, false",
        "http://, false",
        "a b, false"
    })
    void goesToWhatCanBeCalled(String url, boolean canBeCalled) {
        assertThat(Forward.to(url, SECRET, new ManualClock()).isPresent()).isEqualTo(canBeCalled);
    }
}
