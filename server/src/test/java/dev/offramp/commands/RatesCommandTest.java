package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// `rates` as typed: set, asked back about, withdrawn.
class RatesCommandTest extends TypedCommands {

    @Test
    void setsRatesOfProductionAndAsksBackWhenTheyAreFarOff() {
        assertThat(run("rates", "set", "ETH", "USD", "3000", "--for", "1h", "--json")
                        .json()
                        .get("holds")
                        .asBoolean())
                .isTrue();
        assertThat(run("rates", "set", "ETH", "USD", "30", "--for", "1h").err()).contains("add --force");
        assertThat(run("rates", "set", "ETH", "USD", "30", "--for", "1h", "--force")
                        .code())
                .isZero();
        assertThat(run("rates", "list").out()).contains("ETH USD  30 ");
        assertThat(run("rates", "set", "ETH", "NGN", "30", "--for", "1h").err()).contains("is no pair");
    }

    @Test
    void withdrawsARateOfProduction() {
        run("rates", "set", "ETH", "USD", "3000", "--for", "1h");

        assertThat(run("rates", "withdraw", "ETH", "USD").out()).containsPattern("rate +3000");

        assertThat(run("rates", "list", "--json").json().get(0).get("holds").asBoolean())
                .isFalse();
        assertThat(run("rates", "withdraw", "ETH", "USD").err()).isEqualTo("offramp: ETH USD has no rate in use\n");
        assertThat(recorded()).startsWith("rate.removed -, rate.set -");
    }
}
