/// The documentation as the program serves it: what it tells people to do is done, what it shows is held against
/// the API, its pages are looked at, and models ask its tools.
@NullMarked
package dev.offramp.acceptance.docs;

import org.jspecify.annotations.NullMarked;
