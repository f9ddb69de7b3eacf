package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// `deposits` as typed: what is decided about flagged ones.
class DepositsCommandTest extends TypedCommands {

    @Test
    void decidesOnlyDepositsThatAreFlagged() {
        assertThat(run("deposits", "complete", "66f0a1b2c3d4e5f607182930").err())
                .isEqualTo("offramp: there is no deposit 66f0a1b2c3d4e5f607182930\n");
        assertThat(run("deposits", "reject", "66f0a1b2c3d4e5f607182930", "--reason", " ")
                        .code())
                .isEqualTo(1);
        assertThat(run("deposits", "list", "--json").out()).isEqualTo("[]\n");
        assertThat(run("deposits", "arrivals").out()).isEqualTo("none\n");
    }

    @Test
    void recordsWhatItDecidesAboutFlaggedDeposits() {
        String rejected = planted(platform -> SandboxDeposits.flag(platform, "one"));
        String completed = planted(platform -> SandboxDeposits.flag(platform, "two"));

        assertThat(run("deposits", "reject", rejected, "--reason", "not ours").code())
                .isZero();
        assertThat(run("deposits", "complete", completed).code()).isZero();
        assertThat(recorded()).startsWith("deposit.completed Sandbox, deposit.rejected Sandbox, ");
        assertThat(run("trail", "list", "--subject", rejected).out()).contains("{reason=not ours}");
    }
}
