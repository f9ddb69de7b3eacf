/// How long a business with very many transactions waits for a page of the dashboard, and what a table costs that
/// holds all of it.
///
/// A run fills a durable PostgreSQL with the deposits of one business, with what was booked for each and what the
/// readers of facts would have counted. Then a member signs in over HTTP and opens the pages of the menu, each many
/// times: measured are the time until the page is there and its size, and of the first page with all that belongs to
/// it. At last the member downloads every ledger line, and every transaction, while the live heap of the process is
/// looked at again and again: it must not grow with what was written.
@NullMarked
package dev.offramp.bench.pages;

import org.jspecify.annotations.NullMarked;
