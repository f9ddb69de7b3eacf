package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// `settlement` as typed: business-wide, to a bank account or an address.
class SettlementCommandTest extends TypedCommands {

    @Test
    void settlesBusinessWideToAnAccountWithAName() {
        Shop.Result unnamed = run("settlement", "set", "--bank", "25", "--account", "0120000009");
        assertThat(unnamed.err()).isEqualTo("offramp: account name could not be resolved\n");
        assertThat(run("settlement", "set", "--bank", "25", "--account", "0123456789")
                        .code())
                .isZero();
        assertThat(run("settlement", "show").out()).contains("settlement     on", "0123456789");
        assertThat(run("settlement", "clear").out()).contains("off");
        assertThat(run("settlement", "set", "--env", "production", "--bank", "25", "--account", "0123456789")
                        .err())
                .isEqualTo("offramp: no rail pays NGN in production\n");
    }

    @Test
    void settlesBusinessWideToAnAddress() {
        assertThat(run("settlement", "set", "--address", "0x12", "--token", "USDT", "--network", "ERC20")
                        .err())
                .isEqualTo("offramp: USDT cannot be sent to 0x12 on ERC20\n");
        assertThat(run("settlement", "set", "--bank", "25", "--address", "0x12").code())
                .isEqualTo(2);
        assertThat(run("settlement", "set", "--address", "0x" + "1".repeat(40), "--token", "USDT", "--network", "ERC20")
                        .code())
                .isZero();
        assertThat(run("settlement", "show").out())
                .containsPattern("settlement +on\ncurrency +usd\ntoken +USDT\nnetwork +ERC20\naddress +0x1{40}");
    }
}
