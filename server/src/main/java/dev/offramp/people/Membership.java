package dev.offramp.people;

import dev.offramp.tenancy.IntegrationId;
import java.time.Instant;

/// A person's place in a business.
public record Membership(PersonId person, IntegrationId integration, Role role, Instant since) {}
