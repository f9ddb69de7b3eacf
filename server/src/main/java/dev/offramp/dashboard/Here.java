package dev.offramp.dashboard;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Where one is, as far as templates need to know: links of the business, what may be offered, and what every form
/// must carry.
///
/// @param root what the paths of the business begin with; empty outside of businesses
/// @param permissions of the role in the business; what is not among them is not offered
/// @param token goes into every form that changes something (`tag.form` does it)
public record Here(String root, Optional<Business> business, Set<Permission> permissions, String token, Instant now) {

    /// A path of the business: `here.path("/transactions")`.
    public String path(String below) {
        return root + below;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    @Override
    public String toString() {
        return "Here[" + root + "]";
    }
}
