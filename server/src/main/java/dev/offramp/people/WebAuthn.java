package dev.offramp.people;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.data.extension.client.AuthenticationExtensionsClientOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The words of WebAuthn: what authenticators are asked, and whether their answers are true. Decides nothing else.
///
/// Attestation is not asked for: which maker's authenticator somebody uses is theirs to choose.
final class WebAuthn {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String TYPE = "public-key";
    private static final int TIMEOUT_MS = 300_000;

    private final PasskeySite.Available site;

    /// Built with the first passkey, not at every start of the program.
    private static final class Library {

        /// What authenticators may sign with, the best first.
        private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
                List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

        private static final ObjectConverter CONVERTER = new ObjectConverter();
        private static final AttestedCredentialDataConverter KEYS = new AttestedCredentialDataConverter(CONVERTER);
        private static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
    }

    /// A new passkey, verified.
    record Made(
            byte[] credentialId,
            byte[] publicKey,
            long signatures,
            boolean isSyncable,
            boolean isSynced,
            List<String> transports) {}

    /// A signature, verified.
    record Signed(long signatures, boolean isUserVerified, boolean isSynced) {}

    /// An answer as it came, read but not believed.
    ///
    /// @param challenge which it says it answers
    record Answer<T>(byte[] challenge, T content) {}

    WebAuthn(PasskeySite.Available site) {
        this.site = site;
    }

    /// Options to make a passkey.
    ///
    /// @param known those the person has, which the authenticator must not make again
    String creation(Person person, byte[] challenge, List<PasskeyStore.Key> known) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("rp", Map.of("id", site.host(), "name", "Offramp"));
        options.put(
                "user",
                Map.of(
                        "id", BASE64.encodeToString(handle(person.id())),
                        "name", person.email().text(),
                        "displayName", person.name()));
        options.put("challenge", BASE64.encodeToString(challenge));
        options.put(
                "pubKeyCredParams",
                Library.ALGORITHMS.stream()
                        .map(one -> Map.of("type", TYPE, "alg", one.getValue()))
                        .toList());
        options.put("timeout", TIMEOUT_MS);
        options.put("excludeCredentials", descriptors(known));
        options.put("authenticatorSelection", Map.of("residentKey", "preferred", "userVerification", "preferred"));
        options.put("attestation", "none");
        return JSON.writeValueAsString(options);
    }

    /// Options to sign with a passkey.
    ///
    /// @param allowed none for any the authenticator finds
    String request(byte[] challenge, List<PasskeyStore.Key> allowed, boolean verifyUser) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("rpId", site.host());
        options.put("challenge", BASE64.encodeToString(challenge));
        options.put("timeout", TIMEOUT_MS);
        options.put("allowCredentials", descriptors(allowed));
        options.put("userVerification", verifyUser ? "required" : "preferred");
        return JSON.writeValueAsString(options);
    }

    private static List<Map<String, Object>> descriptors(List<PasskeyStore.Key> keys) {
        return keys.stream()
                .map(key -> Map.of(
                        "type", TYPE, "id", BASE64.encodeToString(key.credentialId()), "transports", key.transports()))
                .toList();
    }

    /// Empty when it cannot be read.
    Optional<Answer<RegistrationData>> readCreation(String json) {
        try {
            RegistrationData content = Library.MANAGER.parseRegistrationResponseJSON(json);
            return challenge(content.getCollectedClientData()).map(challenge -> new Answer<>(challenge, content));
        } catch (DataConversionException
                | JacksonException
                | IllegalArgumentException
                | NullPointerException unreadable) {
            return Optional.empty();
        }
    }

    /// Empty when it cannot be read.
    Optional<Answer<AuthenticationData>> readSignature(String json) {
        try {
            AuthenticationData content = Library.MANAGER.parseAuthenticationResponseJSON(json);
            return challenge(content.getCollectedClientData()).map(challenge -> new Answer<>(challenge, content));
        } catch (DataConversionException
                | JacksonException
                | IllegalArgumentException
                | NullPointerException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> challenge(CollectedClientData client) {
        return Optional.ofNullable(client).map(data -> data.getChallenge().getValue());
    }

    /// Empty when the answer is not true.
    Optional<Made> verifyCreation(Answer<RegistrationData> answer) {
        List<PublicKeyCredentialParameters> algorithms = Library.ALGORITHMS.stream()
                .map(one -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one))
                .toList();
        try {
            Library.MANAGER.verify(
                    answer.content(), new RegistrationParameters(server(answer), algorithms, false, true));
        } catch (VerificationException untrue) {
            return Optional.empty();
        }
        AuthenticatorData<?> data =
                Objects.requireNonNull(answer.content().getAttestationObject()).getAuthenticatorData();
        AttestedCredentialData key = Objects.requireNonNull(data.getAttestedCredentialData());
        return Optional.of(new Made(
                key.getCredentialId(),
                Library.KEYS.convert(key),
                data.getSignCount(),
                data.isFlagBE(),
                data.isFlagBS(),
                Optional.ofNullable(answer.content().getTransports()).orElse(Set.of()).stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .toList()));
    }

    /// Empty when the signature is not the key's, or was counted before, which is how copies of a key show.
    Optional<Signed> verifySignature(Answer<AuthenticationData> answer, PasskeyStore.Key key, boolean verifyUser) {
        AuthenticationParameters parameters =
                new AuthenticationParameters(server(answer), record(key), null, verifyUser, true);
        try {
            Library.MANAGER.verify(answer.content(), parameters);
        } catch (VerificationException untrue) {
            return Optional.empty();
        }
        AuthenticatorData<?> data = Objects.requireNonNull(answer.content().getAuthenticatorData());
        return Optional.of(new Signed(data.getSignCount(), data.isFlagUV(), data.isFlagBS()));
    }

    private ServerProperty server(Answer<?> answer) {
        return ServerProperty.builder()
                .origin(new Origin(site.origin()))
                .rpId(site.host())
                .challenge(new DefaultChallenge(answer.challenge()))
                .build();
    }

    private CredentialRecord record(PasskeyStore.Key key) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                key.isSyncable(),
                key.isSynced(),
                key.signatures(),
                Library.KEYS.convert(key.publicKey()),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                new AuthenticationExtensionsClientOutputs<>(),
                key.transports().stream().map(AuthenticatorTransport::create).collect(Collectors.toSet()));
    }

    /// What the authenticator keeps to know the person by.
    static byte[] handle(PersonId person) {
        return person.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
