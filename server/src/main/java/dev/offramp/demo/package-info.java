/// One customer's journey, played by an integrator: address, deposit, payout, webhooks.
///
/// Owns the [Demo][dev.offramp.demo.Demo], an integrator's client, and a receiver that verifies what it gets.
///
/// Invariants: it uses no other room and speaks HTTP only, so whatever it does an integrator can do; its reading of the
/// webhook signatures is its own. Anything that is not as documented ends it with a
/// [DemoFailed][dev.offramp.demo.DemoFailed].
@NullMarked
package dev.offramp.demo;

import org.jspecify.annotations.NullMarked;
