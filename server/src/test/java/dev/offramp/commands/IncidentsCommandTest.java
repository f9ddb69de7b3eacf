package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.chains.TxHash;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `incidents` and `chains` as typed: what is decided about a booked deposit that left its chain, and pauses.
class IncidentsCommandTest extends TypedCommands {

    @Test
    void decidesAboutIncidentsAndResumesTheirChain() {
        String deposit = planted(platform -> SandboxDeposits.lose(platform, "lost"));
        JsonNode listed = run("incidents", "list", "--json").json().get(0);
        assertThat(listed.get("deposit").asString()).isEqualTo(deposit);
        assertThat(listed.get("network").asString()).isEqualTo("solana");
        assertThat(listed.get("integration").asString()).isEqualTo("Sandbox");
        assertThat(listed.get("credited").decimalValue()).isEqualByComparingTo("94221.52");
        assertThat(listed.get("held").decimalValue()).isEqualByComparingTo("94221.52");
        assertThat(listed.get("shortfall").decimalValue()).isZero();
        assertThat(run("incidents", "chains").out()).contains("solana", "deposit " + deposit + " was booked");
        assertThat(run("incidents", "resume", "--network", "solana").err())
                .isEqualTo(
                        "offramp: solana (development) stays paused until these deposits are corrected or dismissed: "
                                + deposit + "\n");
        assertThat(run("incidents", "dismiss", deposit).err())
                .isEqualTo("offramp: deposit " + deposit + " is not on the chain: correct the incident, or wait\n");

        assertThat(run("incidents", "correct", deposit).out())
                .containsPattern("takenBack +94221.52")
                .containsPattern("receivable +0.00");

        assertThat(run("incidents", "correct", deposit).err())
                .isEqualTo("offramp: deposit " + deposit + " has no incident that waits for a decision\n");
        assertThat(run("incidents", "list").out()).isEqualTo("none\n");
        assertThat(run("incidents", "resume", "--network", "solana").code()).isZero();
        assertThat(run("incidents", "resume", "--network", "solana").err())
                .isEqualTo("offramp: solana (development) is not paused\n");
        assertThat(run("audit").out()).isEqualTo("the books are sound\n");
        assertThat(recorded()).isEqualTo("chain.resumed -, incident.corrected Sandbox, integration.created Sandbox");
    }

    @Test
    void dismissesAnIncidentOnlyOnceItsDepositIsDeepEnough() {
        String deposit = planted(platform -> SandboxDeposits.lose(platform, "lost"));
        planted(platform -> {
            platform.sandbox().rebroadcast(new TxHash("lost"));
            return SandboxDeposits.mine(platform, 1);
        });
        assertThat(run("incidents", "correct", deposit).err())
                .startsWith("offramp: deposit " + deposit + " is on the chain again, in block ");
        assertThat(run("incidents", "dismiss", deposit).err())
                .isEqualTo("offramp: deposit " + deposit + " is on the chain again with 1 of 3 confirmations: wait\n");
        planted(platform -> SandboxDeposits.mine(platform, 2));

        assertThat(run("incidents", "dismiss", deposit).out()).containsPattern("released +94221.52");
        assertThat(recorded()).startsWith("incident.dismissed Sandbox, ");
    }

    @Test
    void pausesAChainByHandAndEndsThePause() {
        planted(platform -> SandboxDeposits.mine(platform, 1));
        String[] pause = {"chains", "pause", "--network", "solana", "--reason", "node upgrade"};

        assertThat(run(pause).out()).containsPattern("state +paused").contains("node upgrade");

        assertThat(run(pause).err())
                .isEqualTo("offramp: solana (development) was paused before, by command line: node upgrade\n");
        assertThat(run("incidents", "resume", "--network", "solana").code()).isEqualTo(1);
        assertThat(run("chains", "end-pause", "--network", "solana").out()).containsPattern("state +read");
        assertThat(run("chains", "end-pause", "--network", "solana").err())
                .isEqualTo("offramp: solana (development) is not paused by hand\n");
        assertThat(recorded()).startsWith("chain.resumed -, chain.paused -");
    }
}
