/// The laws of the house as ordinary tests.
///
/// [RoomsTest][dev.offramp.law.RoomsTest] holds who may use whom; [TidyTest][dev.offramp.law.TidyTest] holds sizes,
/// names and comments; [DecisionsTest][dev.offramp.law.DecisionsTest] holds that a test stands behind every decision.
/// Each rule reads what was compiled or written and answers its violations as text. Each is proven by a planted
/// violation: classes under `planted`, a miniature of the house with every fault in it, and short sources inside the
/// tests.
@NullMarked
package dev.offramp.law;

import org.jspecify.annotations.NullMarked;
