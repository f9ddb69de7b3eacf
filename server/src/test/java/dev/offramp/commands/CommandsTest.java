package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The command line as typed, whatever the command (decision 42).
class CommandsTest extends TypedCommands {

    @Test
    void refusesInOneLineWhatIsMistypedOrSetWrongly() {
        Shop.Result mistyped = run("sandbox", "reorg", "--network", "venus", "--depth", "1");
        assertThat(mistyped.code()).isEqualTo(2);
        assertThat(mistyped.err()).contains("'venus' is no network such as ethereum");
        assertThat(run("nonsense").code()).isEqualTo(2);
        set("OFFRAMP_PORT", "many");
        assertThat(run("books").code()).isEqualTo(1);
    }

    @Test
    void saysHowCommandsAreUsed() {
        assertThat(run().out()).contains("Usage: offramp", "integrations", "demo");
        assertThat(run("help", "sandbox", "send").out()).contains("--asset=CODE");
    }
}
