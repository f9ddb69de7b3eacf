package dev.offramp.acceptance.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;

/// A device with passkeys, such as a phone that knows its owner's finger. It answers by itself.
public final class Authenticator {

    private static final String OPTIONS = """
            {"options": {"protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasResidentKey": true,
              "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true}}
            """;

    private final CDPSession session;
    private final String id;

    private Authenticator(CDPSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /// Puts one into a window, before the page asks for it.
    public static Authenticator in(Window window) {
        CDPSession session = window.page().context().newCDPSession(window.page());
        session.send("WebAuthn.enable");
        JsonObject added = session.send(
                "WebAuthn.addVirtualAuthenticator",
                JsonParser.parseString(OPTIONS).getAsJsonObject());
        return new Authenticator(session, added.get("authenticatorId").getAsString());
    }

    /// How many passkeys it has.
    public int passkeys() {
        return session.send("WebAuthn.getCredentials", named())
                .getAsJsonArray("credentials")
                .size();
    }

    /// Whether the next answer says that it has recognised its owner.
    public void recognises(boolean owner) {
        JsonObject parameters = named();
        parameters.addProperty("isUserVerified", owner);
        session.send("WebAuthn.setUserVerified", parameters);
    }

    private JsonObject named() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", id);
        return parameters;
    }
}
