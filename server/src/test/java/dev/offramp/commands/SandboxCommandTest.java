package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `sandbox` as typed: its chains and its rail.
class SandboxCommandTest extends TypedCommands {

    private static final String SOLANA_ADDRESS = "Hh8QwFUA6MtVu1qAoq12ucvFHNwCcVTV7hpWjeY1Hztb";

    @Test
    void handlesTheSimulatedChains() {
        JsonNode sent = run(
                        "sandbox",
                        "send",
                        "--asset",
                        "SOL_USDC_JKVK",
                        "--address",
                        SOLANA_ADDRESS,
                        "--amount",
                        "59.5",
                        "--to",
                        SOLANA_ADDRESS + ":1",
                        "--to",
                        SOLANA_ADDRESS + ":2",
                        "--json")
                .json();
        assertThat(sent.get("outputs").asInt()).isEqualTo(3);
        String tx = sent.get("txHash").asString();
        assertThat(run("sandbox", "drop", tx).out()).contains("dropped");
        assertThat(run("sandbox", "drop", tx).err()).isEqualTo("offramp: no node knows " + tx + "\n");
        assertThat(run("sandbox", "rebroadcast", tx).out()).contains("waiting");
        assertThat(run("sandbox", "reorg", "--network", "solana", "--depth", "1000")
                        .err())
                .startsWith("offramp: at most ");
        assertThat(run("sandbox", "send", "--asset", "SOL_USDC_JKVK", "--address", "nobody", "--amount", "1")
                        .err())
                .isEqualTo("offramp: nobody is no sandbox address on Solana\n");
    }

    @Test
    void sendsTheSandboxsRailAwayAndCallsItBack() {
        assertThat(run("sandbox", "rail", "--away", "--json").out()).isEqualTo("{\"rail\":\"away\"}\n");
        Shop.Result resolved = run("sandbox", "rail", "--back");
        assertThat(resolved.code()).isZero();
        assertThat(run("sandbox", "rail").code()).isEqualTo(2);
    }
}
