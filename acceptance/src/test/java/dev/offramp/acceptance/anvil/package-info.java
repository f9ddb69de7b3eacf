/// A real EVM node for tests: starts and stops anvil, deploys the contracts of `acceptance/contracts`, sends, mines
/// and takes blocks back. Nothing here knows the server; tests of the adapter and of whole journeys stand on it.
@NullMarked
package dev.offramp.acceptance.anvil;

import org.jspecify.annotations.NullMarked;
