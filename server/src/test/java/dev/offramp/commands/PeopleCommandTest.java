package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.app.Surroundings;
import dev.offramp.db.ManualClock;
import dev.offramp.db.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `people` as typed, on a real database.
class PeopleCommandTest {

    private static final String LINK = "https://pay.example.com/%s/[A-Za-z0-9_-]{43}";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final ManualClock clock = new ManualClock();
    private final Random random = new Random(3);
    private String signUp = "invitation";

    private record Result(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void invitesIntoAnIntegrationOrToFoundOne() {
        JsonNode into = run(
                        "people",
                        "invite",
                        "Ada@Example.com",
                        "--integration",
                        "sandbox",
                        "--role",
                        "finance",
                        "--json")
                .json();
        JsonNode founding = run("people", "invite", "ada@example.com", "--json").json();

        assertThat(into.get("email").asString()).isEqualTo("ada@example.com");
        assertThat(into.get("to").asString()).isEqualTo("Sandbox, finance");
        assertThat(into.get("link").asString()).matches(LINK.formatted("invitations"));
        assertThat(into.get("expiresAt").asString()).isEqualTo("2026-12-01T09:00:00.000Z");
        assertThat(founding.get("to").asString()).isEqualTo("an integration of their own");
        assertThat(founding.get("link").asString())
                .isNotEqualTo(into.get("link").asString());
    }

    @Test
    void invitesNobodyToFoundOneWhereThatIsClosed() {
        signUp = "closed";

        assertThat(run("people", "invite", "ada@example.com").err())
                .isEqualTo("offramp: OFFRAMP_SIGN_UP is closed: nobody can found an integration in the dashboard\n");
        assertThat(run("people", "invite", "ada@example.com", "--integration", "sandbox")
                        .code())
                .isZero();
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(run("people", "invite", "ada").code()).isEqualTo(2);
        assertThat(run("people", "invite", "ada@example.com", "--role", "boss").err())
                .contains("must be owner, admin, developer, finance or viewer");
        assertThat(run("people", "invite", "ada@example.com", "--integration", "none")
                        .err())
                .isEqualTo("offramp: no integration is called none\n");
        for (String command : new String[] {"disable", "enable", "make-operator", "reset-password"}) {
            Result result = run("people", command, "nobody@example.com");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).isEqualTo("offramp: nobody has the address nobody@example.com\n");
        }
    }

    @Test
    void leadsAPersonThroughALife() {
        add("ada@example.com");

        assertThat(person().toString())
                .isEqualTo("{\"email\":\"ada@example.com\",\"name\":\"Ada\",\"state\":\"works\",\"isOperator\":false,"
                        + "\"hasSecondFactor\":false,\"places\":[{\"integration\":\"Sandbox\",\"role\":\"admin\"}],"
                        + "\"createdAt\":\"2026-11-24T09:00:00.000Z\"}");
        assertThat(run("people", "make-operator", "ada@example.com", "--json")
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("operator");
        assertThat(person().get("isOperator").asBoolean()).isTrue();
        run("people", "make-operator", "ada@example.com", "--end");
        assertThat(person().get("isOperator").asBoolean()).isFalse();
        JsonNode reset = run("people", "reset-password", "ada@example.com", "--remove-factors", "--json")
                .json();
        assertThat(reset.get("link").asString()).matches(LINK.formatted("reset-password"));
        assertThat(reset.get("removesFactors").asBoolean()).isTrue();
        run("people", "disable", "ada@example.com");
        assertThat(person().get("state").asString()).isEqualTo("disabled");
        assertThat(run("people", "reset-password", "ada@example.com").err())
                .isEqualTo("offramp: ada@example.com is disabled\n");
        run("people", "enable", "ada@example.com");
        assertThat(person().get("state").asString()).isEqualTo("works");
        assertThat(recorded())
                .containsExactly(
                        "person.enabled",
                        "person.disabled",
                        "password.reset-offered",
                        "person.operator-revoked",
                        "person.operator-granted");
    }

    /// What the audit log has of people, the youngest first.
    private List<String> recorded() {
        return run("trail", "list", "--json").json().values().stream()
                .map(entry -> entry.get("action").asString())
                .filter(action -> !action.equals("integration.created"))
                .toList();
    }

    @Test
    void listsPeopleAsATable() {
        add("ada@example.com");

        assertThat(run("people", "list").out()).contains("ada@example.com").contains("Sandbox:admin");
    }

    @Test
    void keepsAnIntegrationOutOfProductionAndLetsItIn() {
        assertThat(run("integrations", "suspend", "--json")
                        .json()
                        .get("production")
                        .asString())
                .isEqualTo("suspended");
        assertThat(run("integrations", "list", "--json")
                        .json()
                        .get(0)
                        .get("productionApproved")
                        .asBoolean())
                .isFalse();
        run("integrations", "approve");
        assertThat(run("integrations", "list", "--json")
                        .json()
                        .get(0)
                        .get("productionApproved")
                        .asBoolean())
                .isTrue();
        assertThat(recorded()).containsExactly("integration.approved", "integration.production-closed");
    }

    private JsonNode person() {
        for (JsonNode one : run("people", "list", "--json").json()) {
            if (one.get("email").asString().equals("ada@example.com")) {
                return one;
            }
        }
        throw new AssertionError("not in the list");
    }

    /// Somebody with a place in the sandbox's integration.
    private void add(String email) {
        run("integrations", "list");
        database.database().run(tx -> {
            String id = "a".repeat(24);
            tx.sql()
                    .execute(
                            "INSERT INTO person (id, email, name, password_hash, must_change_password, is_operator,"
                                    + " is_disabled, is_first, created_at)"
                                    + " VALUES (?, ?, 'Ada', '$argon2id$', false, false, false, false, ?)",
                            id,
                            email,
                            clock.instant());
            tx.sql()
                    .execute(
                            "INSERT INTO membership (person, integration, role, since)"
                                    + " SELECT ?, id, 'admin', created_at FROM integration WHERE is_sandbox",
                            id);
        });
    }

    private Result run(String... line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(around(out, err), line);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Surroundings around(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        Map<String, String> variables = Map.of(
                "OFFRAMP_DATABASE_URL",
                database.address().jdbcUrl(),
                "OFFRAMP_DATABASE_CONNECTIONS",
                "4",
                "OFFRAMP_PUBLIC_URL",
                "https://pay.example.com",
                "OFFRAMP_SIGN_UP",
                signUp,
                "OFFRAMP_DATA",
                folder.toString());
        return new Surroundings(
                variables,
                "ann",
                clock,
                random,
                random,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
