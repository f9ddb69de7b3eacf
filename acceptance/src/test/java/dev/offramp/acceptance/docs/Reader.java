package dev.offramp.acceptance.docs;

import dev.offramp.acceptance.program.Program;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Somebody who does what the documentation says, with what the first start of a program wrote for them.
final class Reader {

    private Reader() {}

    /// What examples find in their environment.
    static Map<String, String> environment(Program program) {
        JsonNode written = program.credentials();
        Map<String, String> environment = new HashMap<>();
        environment.put("BASE_URL", program.baseUrl());
        environment.put("APP_ID", written.get("appId").asString());
        environment.put("APP_SECRET", written.get("appSecret").asString());
        environment.put("PIN", written.get("pin").asString());
        environment.put("WEBHOOK_SECRET", written.get("webhookSecret").asString());
        return environment;
    }
}
