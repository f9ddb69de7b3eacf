/// Thousands of requests that no good client sends, made from the API's own description.
///
/// A request begins as a good one of some operation ([Samples][dev.offramp.acceptance.hostile.Samples] fills in
/// what the description asks for); one of many **twists** ([Twists][dev.offramp.acceptance.hostile.Twists]) then
/// spoils its body, its query, its path, its headers or its framing. What goes out is bytes on a socket, so that
/// nothing is mended on the way. Everything follows from one seed.
@NullMarked
package dev.offramp.acceptance.hostile;

import org.jspecify.annotations.NullMarked;
