package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `credentials` as typed: from issuing to revoking, and what limits are.
class CredentialsCommandTest extends TypedCommands {

    @Test
    void leadsACredentialThroughItsLife() {
        JsonNode issued = run(
                        "credentials",
                        "issue",
                        "--scopes",
                        "read,deposits",
                        "--addresses",
                        "203.0.113.0/24",
                        "--expires-in",
                        "30d",
                        "--json")
                .json();
        String appId = issued.get("appId").asString();
        assertThat(issued.get("appSecret").asString()).startsWith("sk_");
        assertThat(credential(appId).toString())
                .isEqualTo("{\"appId\":\"" + appId + "\",\"state\":\"works\",\"environments\":[\"development\"],"
                        + "\"scopes\":[\"read\",\"deposits\"],\"addresses\":[\"203.0.113.0/24\"],"
                        + "\"createdAt\":\"2026-11-24T09:00:00.000Z\",\"expiresAt\":\"2026-12-24T09:00:00.000Z\"}");

        JsonNode limited = run("credentials", "limit", appId, "--addresses", "any", "--expires-in", "never", "--json")
                .json();
        assertThat(limited.get("addresses")).isEmpty();
        assertThat(limited.has("expiresAt")).isFalse();
        assertThat(limited.get("scopes").toString()).isEqualTo("[\"read\",\"deposits\"]");

        JsonNode rotated =
                run("credentials", "rotate", appId, "--grace", "day", "--json").json();
        assertThat(rotated.get("appSecret")).isNotEqualTo(issued.get("appSecret"));
        assertThat(rotated.get("previousWorksUntil").asString()).isEqualTo("2026-11-25T09:00:00.000Z");
        assertThat(run("credentials", "rotate", appId, "--json").json().has("previousWorksUntil"))
                .isFalse();

        assertThat(run("credentials", "revoke", appId).code()).isZero();
        assertThat(credential(appId).get("state").asString()).isEqualTo("revoked");
        for (String act : List.of("limit", "rotate", "revoke")) {
            assertThat(run("credentials", act, appId).err())
                    .isEqualTo("offramp: the integration has no credential " + appId + " that works\n");
        }
        assertThat(run("credentials", "list").out()).contains(appId).doesNotContain("sk_");
    }

    private JsonNode credential(String appId) {
        for (JsonNode one : run("credentials", "list", "--json").json()) {
            if (one.get("appId").asString().equals(appId)) {
                return one;
            }
        }
        throw new AssertionError("not listed: " + appId);
    }

    @Test
    void refusesLimitsThatAreNone() {
        assertThat(run("credentials", "issue", "--scopes", "all").err()).isEqualTo("offramp: 'all' is no scope\n");
        assertThat(run("credentials", "issue", "--environments", "test").err())
                .isEqualTo("offramp: 'test' is no environment\n");
        assertThat(run("credentials", "issue", "--addresses", "example.com").err())
                .isEqualTo("offramp: 'example.com' is no address\n");
        assertThat(run("credentials", "issue", "--expires-in", "0s").err())
                .isEqualTo("offramp: '0s' is no time such as 12h or 30d, nor never\n");
        assertThat(run("credentials", "rotate", "app_x", "--grace", "year").code())
                .isEqualTo(2);
    }
}
