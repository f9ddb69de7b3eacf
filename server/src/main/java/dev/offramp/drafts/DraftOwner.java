package dev.offramp.drafts;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Tenant;

/// Whose drafts: those of one person in one tenant. Nobody else sees them.
///
/// @param person the id of a person
public record DraftOwner(ObjectId person, Tenant tenant) {}
