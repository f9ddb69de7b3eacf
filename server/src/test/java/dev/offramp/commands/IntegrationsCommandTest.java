package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `integrations` as typed: made once, changed as a whole, with a PIN that nobody reads back.
class IntegrationsCommandTest extends TypedCommands {

    @Test
    void makesAnIntegrationOnceAndShowsItsSecret() {
        Shop.Result made = run("integrations", "create", "--name", "Acme", "--json");
        assertThat(made.code()).isZero();
        assertThat(made.json().propertyNames()).contains("appId", "appSecret");
        Shop.Result again = run("integrations", "create", "--name", "acme", "--json");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).isEqualTo("offramp: an integration is called acme already\n");
        assertThat(run("integrations", "list").out())
                .contains("Sandbox", "Acme")
                .doesNotContain("sk_");
    }

    @Test
    void changesAllSettingsOrNone() {
        Shop.Result refused = run("integrations", "set", "--markup", "1.5", "--fee-tiers", "5=1");
        assertThat(refused.err()).isEqualTo("offramp: the first tier starts at 0\n");
        assertThat(run("integrations", "set", "--json")
                        .json()
                        .get("markupPercent")
                        .asString())
                .isEqualTo("0");
        JsonNode set = run(
                        "integrations",
                        "set",
                        "--markup",
                        "1.5",
                        "--fee-tiers",
                        "1000=0.4,0=0.5",
                        "--payout-maximum",
                        "NGN=500000",
                        "--json")
                .json();
        assertThat(set.get("markupPercent").asString()).isEqualTo("1.5");
        assertThat(set.get("feeTiers").toString())
                .isEqualTo("[{\"fromUsd\":0,\"percent\":0.5},{\"fromUsd\":1000,\"percent\":0.4}]");
        assertThat(set.get("payoutMaximum").toString()).isEqualTo("[{\"currency\":\"ngn\",\"maximum\":500000}]");
        assertThat(run("integrations", "set", "--payout-maximum", "NGN=none").out())
                .doesNotContain("payoutMaximum");
    }

    @Test
    void keepsAPinThatNobodyReadsBack() {
        Shop.Result set = run("integrations", "set-pin", "--pin", "4711");
        assertThat(set.code()).isZero();
        assertThat(set.out()).doesNotContain("4711");
        assertThat(run("integrations", "set-pin", "--pin", "47").err()).isEqualTo("offramp: a PIN has 4 to 6 digits\n");
        assertThat(run("integrations", "unfreeze").out()).contains("was not frozen");
    }
}
