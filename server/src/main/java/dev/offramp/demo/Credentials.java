package dev.offramp.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What an integrator is given: the file `sandbox-credentials.json`. `toString` shows no secret.
///
/// @param baseUrl ends in `/v1`
public record Credentials(String appId, String appSecret, String webhookSecret, String baseUrl) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /// @throws DemoFailed when the file cannot be used
    public static Credentials read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), Credentials.class);
        } catch (IOException | JacksonException e) {
            throw new DemoFailed("there are no credentials in " + file, e);
        }
    }

    @Override
    public String toString() {
        return appId + " at " + baseUrl;
    }
}
