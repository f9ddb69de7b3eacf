package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.money.Percent;
import dev.offramp.tenancy.FeeTiers;
import dev.offramp.webhooks.Endpoint.Events;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The caller's own account.
class AccountApiTest {

    private static final Api API = new Api();

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void startsEmptyWithTheStandardTiers() {
        Reply shown = API.client("new").get("/users/fetch-integration");

        assertThat(shown.body())
                .isEqualTo("{\"message\":\"data fetched\",\"success\":true,\"data\":{\"fiatWallets\":["
                        + "{\"currency\":\"ngn\",\"balance\":0},{\"currency\":\"usd\",\"balance\":0},"
                        + "{\"currency\":\"ghs\",\"balance\":0}],\"platformFeePercent\":["
                        + "{\"min\":0,\"max\":999,\"rate\":0.5},{\"min\":1000,\"max\":4999,\"rate\":0.5},"
                        + "{\"min\":5000,\"max\":999999999,\"rate\":0.5}],\"markupPercent\":0,"
                        + "\"merchantReference\":\"" + shown.text("merchantReference")
                        + "\",\"isActive\":true},\"meta\":{},\"summary\":{},\"stats\":{}}");
        assertThat(shown.text("merchantReference")).startsWith("B-");
    }

    @Test
    void showsBalancesTiersMarkupAndWebhookUrlOfItsEnvironment() {
        ApiClient client = API.client("busy");
        API.pay(client.generate(Api.USDC, "ada").text("address"), Api.USDC, "59");
        API.mine(Network.SOLANA, 3);
        API.db.run(
                tx -> API.tenancy.setFeeTiers(tx, client.tenant(), List.of(new FeeTiers.Tier(0, Percent.of("1.25")))));
        API.webhooks.addEndpoint(client.tenant(), "https://shop.example.test/hooks", new Events.All());
        client.put("/users/markup-percent", "{'markupPercent': 1.5}");

        assertThat(client.get("/users/fetch-integration").body())
                .contains("{\"currency\":\"ngn\",\"balance\":94221.52}")
                .contains("\"platformFeePercent\":[{\"min\":0,\"max\":999999999,\"rate\":1.25}]")
                .contains("\"markupPercent\":1.5,")
                .contains("\"webhookUrl\":\"https://shop.example.test/hooks\"")
                .doesNotContain("secret", "sk_", "whsec");
        assertThat(client.inProduction().get("/users/fetch-integration").body())
                .contains("{\"currency\":\"ngn\",\"balance\":0}")
                .contains("\"markupPercent\":0,")
                .doesNotContain("webhookUrl");
    }

    @Test
    void changesItsMarkup() {
        ApiClient client = API.client("markup");

        assertThat(client.put("/users/markup-percent", "{'markupPercent': 2.50}")
                        .body())
                .isEqualTo("{\"message\":\"markup percent updated successfully\",\"success\":true,"
                        + "\"data\":{\"markupPercent\":2.5},\"meta\":{},\"summary\":{},\"stats\":{}}");
        assertThat(client.put("/users/markup-percent", "{'markupPercent': 1e1}").status())
                .isEqualTo(200);
        assertThat(client.get("/users/fetch-integration").body()).contains("\"markupPercent\":10,");
        assertThat(client.put("/users/markup-percent", "{'markupPercent': 0}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                         | {"markupPercent":["markupPercent is required"]}
            {'markupPercent': null}    | {"markupPercent":["markupPercent is required"]}
            {'markupPercent': '1'}     | {"markupPercent":["markupPercent must be a number"]}
            {'markupPercent': -0.01}   | {"markupPercent":["markupPercent must be at least 0"]}
            {'markupPercent': 10.01}   | {"markupPercent":["markupPercent must be at most 10"]}
            {'markupPercent': 1e999}   | {"markupPercent":["markupPercent is out of range"]}
            {'markupPercent': 1.005}   | {"markupPercent":["markupPercent must have at most 2 decimals"]}
            [1]                        | {"body":["body must be a JSON object"]}
            """)
    void keepsItsMarkupWhenAnotherOneIsRefused(String body, String reasons) {
        ApiClient client = API.client("keeps " + body.hashCode());
        client.put("/users/markup-percent", "{'markupPercent': 3}");

        assertThat(client.put("/users/markup-percent", body).outcome()).isEqualTo("422 " + reasons);

        assertThat(client.get("/users/fetch-integration").body()).contains("\"markupPercent\":3,");
    }
}
