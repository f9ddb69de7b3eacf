package dev.offramp.tenancy;

/// The integration every installation starts with.
public sealed interface Sandbox {

    Integration integration();

    /// It was made just now. Credential (development only) and PIN are known only here.
    record Made(Integration integration, IssuedCredential credential, Pin pin) implements Sandbox {}

    /// It was there already.
    record Existing(Integration integration) implements Sandbox {}
}
