package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `withdrawals` as typed: fees and limits in one environment; and the hot wallets.
class WithdrawalsCommandTest extends TypedCommands {

    @Test
    void setsFeesAndLimitsOfWithdrawalsInOneEnvironment() {
        assertThat(run("withdrawals", "set-fee", "erc20", "high", "12.5", "--env", "production")
                        .out())
                .containsPattern("ERC20 +3.00 +5.00 +12.50");
        assertThat(run("withdrawals", "fees").out()).containsPattern("ERC20 +3.00 +5.00 +8.00");
        assertThat(run("withdrawals", "set-limits", "--range", "1-2000").out()).containsPattern("maximum +2000.00");
        assertThat(run("withdrawals", "limits", "--integration", "Sandbox").out())
                .containsPattern("minimum +1.00");
        run("withdrawals", "set-limits", "--range", "7.50-90", "--integration", "Sandbox");
        assertThat(run("withdrawals", "limits", "--integration", "Sandbox").out())
                .containsPattern("minimum +7.50");
        assertThat(run("withdrawals", "limits").out()).containsPattern("minimum +1.00");
        run("withdrawals", "set-limits", "--usual", "--integration", "Sandbox");
        assertThat(run("withdrawals", "limits", "--integration", "Sandbox").out())
                .containsPattern("maximum +2000.00");
        assertThat(run("withdrawals", "limits", "--env", "production").out()).containsPattern("maximum +50000.00");
    }

    @Test
    void refusesLimitsAndFeesThatAreNone() {
        for (String range : List.of("0-5", "6-5", "5", "5-x", "1.005-5")) {
            assertThat(run("withdrawals", "set-limits", "--range", range).code())
                    .as(range)
                    .isEqualTo(1);
        }
        assertThat(run("withdrawals", "set-limits", "--usual").err())
                .isEqualTo("offramp: --usual needs --integration\n");
        assertThat(run("withdrawals", "set-limits").code()).isEqualTo(2);
        assertThat(run("withdrawals", "set-fee", "erc20", "high", "1.005").code())
                .isEqualTo(1);
        assertThat(run("withdrawals", "set-fee", "polygon", "high", "1").code()).isEqualTo(2);
    }

    @Test
    void listsTheHotWalletsOfAnEnvironment() {
        assertThat(run("hotwallets", "list").out()).isEqualTo("none\n");
        JsonNode listed =
                run("hotwallets", "list", "--env", "development", "--json").json();

        assertThat(listed).hasSize(5).allSatisfy(wallet -> {
            assertThat(wallet.get("nonceNext").asInt()).isZero();
            assertThat(wallet.get("noncesUsed").asInt()).isZero();
            assertThat(wallet.get("gaps")).isEmpty();
            assertThat(wallet.has("trouble")).isFalse();
        });
        assertThat(listed.get(0).get("network").asString()).isEqualTo("bsc");
        assertThat(listed.get(0).get("address").asString()).startsWith("0x");
    }
}
