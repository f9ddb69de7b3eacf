package dev.offramp.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every answer is wrapped in (decisions 9 and 10).
class EnvelopeTest {

    @Test
    void successes() {
        Golden.assertMatches(
                "envelope/success.json", Json.bytes(SuccessJson.of(Message.BANK_LINKED, RawJson.EMPTY_OBJECT)));
        Golden.assertMatches(
                "envelope/success-page.json",
                Json.bytes(SuccessJson.page(Message.WALLETS_RETRIEVED, List.of(), new Page(1, 10).meta(0))));
    }

    @Test
    void errors() {
        Golden.assertMatches("envelope/400.json", Refusal.LABEL_TAKEN.body("SOL_TEST", "cust-77 %s"));
        Golden.assertMatches("envelope/404-route.json", Refusal.UNKNOWN_ROUTE.body("GET", "/v1/nothing"));
        Golden.assertMatches("envelope/429.json", Refusal.TOO_MANY_REQUESTS.body());
        Golden.assertMatches("envelope/500.json", Refusal.SERVER_ERROR.body());
        Golden.assertMatches("envelope/503.json", Refusal.UNAVAILABLE.body());
    }

    @Test
    void validationErrors() {
        Reasons reasons = Reasons.of("label", "label is required");
        reasons.add("bankId", "unknown fields detected");

        Golden.assertMatches("envelope/422.json", Json.bytes(ErrorJson.of(Refusal.INVALID_INPUT.text(), reasons)));
    }

    @Test
    void everyRefusalHasItsStatusAndText() {
        StringBuilder table = new StringBuilder();
        for (Refusal refusal : Refusal.values()) {
            table.append(refusal.status()).append(' ').append(refusal.text()).append('\n');
        }
        Golden.assertMatches("refusals.txt", table.toString().strip().getBytes(StandardCharsets.UTF_8));
    }
}
