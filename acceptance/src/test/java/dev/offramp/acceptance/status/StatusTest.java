package dev.offramp.acceptance.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is taken away is seen within a minute, and so is its return; days and incidents outlive the program.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StatusTest {

    private static final String NAIRA = "sandbox.payouts.ngn";
    private static final String ETHEREUM = "deposits.ethereum";

    @TempDir
    private static Path folder;

    private static Installation installation;

    @BeforeAll
    static void start() throws IOException {
        installation = new Installation(folder);
        installation.awaitState(NAIRA, "operational");
        installation.awaitState(ETHEREUM, "operational");
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    @Order(1)
    void answersMachinesAndPeopleWithoutCredentials() {
        assertThat(installation.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(installation.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(installation.get("/status").body()).contains("Deposits on Ethereum", "API", "Dashboard");
        assertThat(installation.get("/status/feed.xml").headers().firstValue("Content-Type"))
                .contains("application/rss+xml; charset=utf-8");
        assertThat(installation.component("api").get("state").asString()).isEqualTo("operational");
        assertThat(installation.component("dashboard").get("state").asString()).isEqualTo("operational");
    }

    @Test
    @Order(2)
    void seesARailThatIsAwayAcrossARestart() {
        installation.program().command("sandbox", "rail", "--away");
        installation.awaitState(NAIRA, "down");
        JsonNode incident = installation.incident("Sandbox: Payouts in NGN: down");
        assertThat(incident.get("stage").asString()).isEqualTo("investigating");
        String since = installation.component(NAIRA).get("since").asString();
        installation.await(status -> installation.seconds(NAIRA, "down") > 0);
        int down = installation.seconds(NAIRA, "down");

        installation.restart();
        installation.await(status -> installation.component(NAIRA).has("days"));

        assertThat(installation.component(NAIRA).get("since").asString()).isEqualTo(since);
        assertThat(installation.seconds(NAIRA, "down")).isGreaterThanOrEqualTo(down);
        assertThat(installation.incident("Sandbox: Payouts in NGN: down").get("id"))
                .isEqualTo(incident.get("id"));

        installation.program().command("sandbox", "rail", "--back");
        installation.awaitState(NAIRA, "operational");
        assertThat(installation.incident("Sandbox: Payouts in NGN: down").has("resolvedAt"))
                .isTrue();
    }

    @Test
    @Order(3)
    void seesANodeThatIsAway() {
        String notPaused = "offramp_chain_paused{environment=\"production\",network=\"ethereum\"} 0.0";
        installation.await(status -> installation.metrics().contains(notPaused));
        installation.takeTheNodeAway();
        installation.awaitState(ETHEREUM, "down");
        assertThat(installation.status().get("state").asString()).isEqualTo("down");
        assertThat(installation.component("api").get("state").asString()).isEqualTo("operational");

        installation.bringTheNodeBack();
        installation.awaitState(ETHEREUM, "operational");
        assertThat(installation.incident("Deposits on Ethereum: down").has("resolvedAt"))
                .isTrue();
    }

    @Test
    @Order(4)
    void saysThatTheDatabaseIsAwayAndBooksItOnceItIsBack() {
        int before = installation.seconds("api", "down");
        installation.stopTheDatabase();
        installation.await(status -> status.get("database").asString().equals("away"));
        assertThat(installation.component("api").get("state").asString()).isEqualTo("down");
        assertThat(installation.get("/status").body()).contains("The database has not answered since");
        assertThat(installation.get("/status/feed.xml").body()).contains("the database does not answer");
        assertThat(installation.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(installation.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(installation.metrics())
                .contains("offramp_database_up 0.0")
                .doesNotContain("offramp_deposits_flagged");
        // Long enough for the program to have noticed by itself.
        installation.program().awaitOutput("the database is away", Duration.ofSeconds(30));

        installation.startTheDatabase();
        installation.awaitState("api", "operational");
        assertThat(installation.get("/health/ready").statusCode()).isEqualTo(200);
        installation.await(status -> installation.seconds("api", "down") > before);
        int down = installation.seconds("api", "down");
        assertThat(installation.incident("Database away").has("resolvedAt")).isTrue();

        installation.restart();
        installation.await(status -> installation.component("api").has("days"));
        assertThat(installation.seconds("api", "down")).isEqualTo(down);
        assertThat(installation.incident("Database away").has("resolvedAt")).isTrue();
    }

    @Test
    @Order(5)
    void tellsOfWhatAnOperatorWrites() {
        JsonNode opened = installation
                .program()
                .jsonCommand(
                        "status",
                        "incident",
                        "open",
                        "--title",
                        "Rates are late",
                        "--component",
                        "rates",
                        "--text",
                        "We look into it.",
                        "--json");
        String id = opened.get("id").asString();
        installation.await(status -> installation.get("/status").body().contains("Rates are late"));
        installation.program().command("status", "incident", "resolve", id, "--text", "It is over.");

        installation.await(status ->
                installation.incident("Rates are late").get("stage").asString().equals("resolved"));
        assertThat(installation.get("/status/feed.xml").body()).contains("Resolved: Rates are late");
    }
}
