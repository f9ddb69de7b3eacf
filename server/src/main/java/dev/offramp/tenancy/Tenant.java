package dev.offramp.tenancy;

/// An integration in one environment: the owner of every wallet, balance, deposit and webhook.
public record Tenant(IntegrationId integration, Environment environment) {}
