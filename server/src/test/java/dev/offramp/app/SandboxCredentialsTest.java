package dev.offramp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.ObjectId;
import dev.offramp.db.StartRefused;
import dev.offramp.tenancy.CredentialId;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.IssuedCredential;
import dev.offramp.tenancy.Pin;
import dev.offramp.tenancy.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SandboxCredentialsTest {

    private static final ObjectId ID = new ObjectId("66f0a1b2c3d4e5f607182930");

    @TempDir
    private Path folder;

    @Test
    void holdsAllAClientNeedsAndOnlyItsOwnerMayReadIt() throws IOException {
        SandboxCredentials credentials = new SandboxCredentials(folder.resolve("data"));
        credentials.keep(made());
        credentials.complete("whsec_x", "http://localhost:8080/v1");
        Path file = credentials.path().orElseThrow();
        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(json.propertyNames()).containsExactly("appId", "appSecret", "pin", "webhookSecret", "baseUrl");
        assertThat(json.get("appSecret").asString()).isEqualTo("sk_secret");
        assertThat(json.get("pin").asString()).isEqualTo("0042");
        assertThat(json.get("baseUrl").asString()).isEqualTo("http://localhost:8080/v1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aLaterStartChangesTheAddressAndKeepsTheSecret() throws IOException {
        SandboxCredentials credentials = new SandboxCredentials(folder);
        credentials.keep(made());
        credentials.complete("whsec_x", "http://localhost:8080/v1");
        new SandboxCredentials(folder).complete("whsec_x", "http://localhost:9090/v1");
        assertThat(Files.readString(credentials.path().orElseThrow()))
                .contains("sk_secret", "9090")
                .doesNotContain("8080");
    }

    @Test
    void makesNoFileWhereTheSandboxIsAnotherProcesses() {
        SandboxCredentials credentials = new SandboxCredentials(folder);
        credentials.complete("whsec_x", "http://localhost:8080/v1");
        assertThat(credentials.path()).isEmpty();
    }

    @Test
    void refusesToStartOnADamagedFileRatherThanLoseIt() throws IOException {
        Files.writeString(folder.resolve(SandboxCredentials.FILE), "{\"appId\":");
        SandboxCredentials credentials = new SandboxCredentials(folder);
        assertThatThrownBy(() -> credentials.complete("whsec_x", "http://localhost:8080/v1"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be read");
    }

    private static Sandbox.Made made() {
        return new Sandbox.Made(
                new Integration(new IntegrationId(ID), "Sandbox", "B-ABC123", true, true, false, Instant.EPOCH),
                new IssuedCredential(new CredentialId(ID), "app_id", "sk_secret"),
                new Pin("0042"));
    }
}
