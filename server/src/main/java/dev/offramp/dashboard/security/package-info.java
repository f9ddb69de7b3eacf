/// The pages about one's own sign-in: password, second factors, passkeys, sessions.
@NullMarked
package dev.offramp.dashboard.security;

import org.jspecify.annotations.NullMarked;
