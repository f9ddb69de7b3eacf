/// What came in: the list of a business's transactions, and the whole life of one.
///
/// Words: a **transaction** is what people call a deposit; a **moment** is something that happened on its way, from the
/// first sighting to what settled it and the events that were sent about it. The page of a transaction updates itself
/// until nothing more happens by itself.
///
/// Everything a page shows is asked of one moment, and none of it row by row. A mock deposit is made here too; in
/// production there is no such page.
@NullMarked
package dev.offramp.dashboard.transactions;

import org.jspecify.annotations.NullMarked;
