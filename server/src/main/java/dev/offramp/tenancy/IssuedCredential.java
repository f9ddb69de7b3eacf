package dev.offramp.tenancy;

/// A credential at the only moment its secret is known: to be shown to its owner once. `toString` hides the secret.
public record IssuedCredential(CredentialId id, String appId, String appSecret) {

    @Override
    public String toString() {
        return "IssuedCredential[id=" + id + ", appId=" + appId + ", appSecret=***]";
    }
}
