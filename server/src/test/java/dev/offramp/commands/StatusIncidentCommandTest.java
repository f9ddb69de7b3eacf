package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.bulletins.NewIncident;
import dev.offramp.bulletins.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `status incident` as typed: what is said of one, and what is refused.
class StatusIncidentCommandTest extends TypedCommands {

    @Test
    void writesNoIncidentAboutWhatIsNotMeasured() {
        Shop.Result refused =
                run("status", "incident", "open", "--title", "x", "--component", "moon", "--text", "It is away.");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).isEqualTo("offramp: no component moon is measured: see /status.json\n");
        assertThat(run("status", "incident", "resolve", "a".repeat(24), "--text", "x")
                        .err())
                .isEqualTo("offramp: there is no such incident\n");
        assertThat(run("status", "incident", "list", "--json").json()).isEmpty();
    }

    @Test
    void saysMoreOfAnIncidentAndThatItIsOver() {
        NewIncident late = new NewIncident("Rates are late", List.of("rates"), Optional.empty(), clock.instant());
        String id = planted(platform -> platform.db()
                .transact(tx -> platform.bulletins().begin(tx, late, Stage.INVESTIGATING, "We look into it."))
                .id()
                .toString());

        JsonNode updated = run(
                        "status", "incident", "update", id, "--stage", "monitoring", "--text", " It moves. ", "--json")
                .json();
        assertThat(updated.get("stage").asString()).isEqualTo("monitoring");
        assertThat(updated.get("lastSaid").asString()).isEqualTo("It moves.");
        assertThat(run("status", "incident", "resolve", id, "--text", "It is over.")
                        .out())
                .containsPattern("stage +resolved");
        assertThat(run("status", "incident", "update", id, "--stage", "monitoring", "--text", "x")
                        .err())
                .isEqualTo("offramp: it was resolved before: what comes later is another incident\n");
        assertThat(recorded()).startsWith("status.incident-resolved -, status.incident-updated -");
    }

    @Test
    void takesNoStageThatIsNone() {
        for (String stage : List.of("resolved", "begun")) {
            Shop.Result refused =
                    run("status", "incident", "update", "a".repeat(24), "--stage", stage, "--text", "It is away.");

            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("'" + stage + "' must be investigating, identified or monitoring");
        }
    }
}
