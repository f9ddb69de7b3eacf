package dev.offramp.people;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser with an authenticator that holds one P-256 key, written from the WebAuthn specification and sharing no
/// code with the server. Its answers are what `PublicKeyCredential.toJSON` gives.
public final class SoftwareAuthenticator {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int SYNCABLE = 8;
    private static final int SYNCED = 16;
    private static final int HAS_KEY = 64;

    private final KeyPair keys = newKeys();
    private final byte[] credentialId;
    private String userHandle = "";

    /// What a test may bend.
    String origin;

    String host;
    long signatures;
    boolean verifiesUser = true;
    boolean signsWithOwnKey = true;

    public SoftwareAuthenticator(String origin, String host, int seed) {
        this.origin = origin;
        this.host = host;
        this.credentialId = sha256(("credential " + seed).getBytes(StandardCharsets.UTF_8));
    }

    /// The answer to options that ask for a new key.
    public String create(String optionsJson) {
        JsonNode options = JSON.readTree(optionsJson);
        userHandle = options.get("user").get("id").asString();
        byte[] client = clientJson("webauthn.create", options.get("challenge").asString());
        byte[] attestation = concat(
                hex("a363666d74646e6f6e656761747453746d74a0"),
                hex("686175746844617461"),
                hex("59"),
                ByteBuffer.allocate(2).putShort((short) newKeyBytes().length).array(),
                newKeyBytes());
        return answer(Map.of(
                "clientDataJSON", BASE64.encodeToString(client),
                "attestationObject", BASE64.encodeToString(attestation),
                "transports", new String[] {"internal"}));
    }

    /// The answer to options that ask for a signature.
    public String sign(String optionsJson) {
        JsonNode options = JSON.readTree(optionsJson);
        byte[] client = clientJson("webauthn.get", options.get("challenge").asString());
        signatures++;
        byte[] authenticator = authenticatorBytes(0);
        byte[] signature = signature(concat(authenticator, sha256(client)));
        return answer(Map.of(
                "clientDataJSON", BASE64.encodeToString(client),
                "authenticatorData", BASE64.encodeToString(authenticator),
                "signature", BASE64.encodeToString(signature),
                "userHandle", userHandle));
    }

    private String answer(Map<String, Object> response) {
        String id = BASE64.encodeToString(credentialId);
        return JSON.writeValueAsString(Map.of(
                "id", id,
                "rawId", id,
                "type", "public-key",
                "clientExtensionResults", Map.of(),
                "response", response));
    }

    private byte[] clientJson(String type, String challenge) {
        return JSON.writeValueAsBytes(
                Map.of("type", type, "challenge", challenge, "origin", origin, "crossOrigin", false));
    }

    private byte[] authenticatorBytes(int moreFlags) {
        int flags = PRESENT | SYNCABLE | SYNCED | (verifiesUser ? VERIFIED : 0) | moreFlags;
        return concat(
                sha256(host.getBytes(StandardCharsets.US_ASCII)),
                new byte[] {(byte) flags},
                ByteBuffer.allocate(Integer.BYTES).putInt((int) signatures).array());
    }

    private byte[] newKeyBytes() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return concat(
                authenticatorBytes(HAS_KEY),
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) credentialId.length).array(),
                credentialId,
                hex("a5010203262001215820"),
                thirtyTwo(key.getW().getAffineX()),
                hex("225820"),
                thirtyTwo(key.getW().getAffineY()));
    }

    private byte[] signature(byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign((signsWithOwnKey ? keys : newKeys()).getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] thirtyTwo(BigInteger number) {
        byte[] bytes = new byte[32];
        byte[] all = number.toByteArray();
        int length = Math.min(all.length, bytes.length);
        System.arraycopy(all, all.length - length, bytes, bytes.length - length, length);
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static byte[] concat(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
