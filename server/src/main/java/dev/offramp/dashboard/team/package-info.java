/// The pages about who works for a business, and what they did: its team and its audit log.
@NullMarked
package dev.offramp.dashboard.team;

import org.jspecify.annotations.NullMarked;
