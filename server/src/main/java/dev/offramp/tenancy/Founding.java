package dev.offramp.tenancy;

/// What became of the wish of somebody who signs up for an integration of their own.
public sealed interface Founding permits Founding.Founded, NewIntegration.NameTaken, NewIntegration.NotAName {

    /// It exists, without a credential, and waits for an operator before it may use production.
    record Founded(Integration integration) implements Founding {}
}
